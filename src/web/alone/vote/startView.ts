import { voidRuleSentences } from '../../../domain/campaign/ballot/markFaults.ts'
import { element } from './element.ts'
import { keepsAnything } from './keptVote.ts'
import { goTo, type View } from './page.ts'
import { title } from './plainViews.ts'
import type { Voting } from './Voting.ts'

/** What is promised to a voter, and what is not. */
const PROMISED = [
  '票在这部手机上加密后才送出；投票截止前，谁也打不开，服务器上没有钥匙。',
  '票条上没有姓名和号码。票条先换成一个看不见内容的凭证，凭证再投票，所以从票查不到票条，更查不到人。',
  '服务器不记谁在什么时候、用哪部手机投的票。',
  '投票后得到一个回执。结果公布后点一下，就知道您的票是否一字未改地计入；计票可以由别人重做一遍。',
]
const NOT_PROMISED = [
  '旁边的人看您的屏幕，这里防不住；您自己愿意给别人看，也防不住。',
  '手机本身被人做了手脚的，这里防不住。',
]

/** The first screen: whose ballot it is, its rules, and what is promised. */
export function startView(voting: Voting): View {
  const { form, part } = voting
  const state = element('p', { role: 'status' })
  const update = () => {
    state.textContent =
      voting.waitsFor === undefined
        ? ''
        : `${voting.waitsFor}。可以边听边评，评价只存在这部手机里；能投时这一页会自己变。`
  }
  update()
  return {
    update,
    node: element(
      'main',
      {},
      title(part!.meetingName),
      element('p', { class: 'vote-soft' }, `${part!.institution}，${printDay(part!.heldOn)}`),
      element('p', {}, '您的票种：', element('b', {}, part!.voterClass.name)),
      state,
      element('h2', {}, '怎样评价'),
      element(
        'ul',
        {},
        ...[
          `共${form!.lines.length}人，${form!.marks === 'grades' ? '每人点选一个等次' : `每人填一个0到${form!.full / 1000}的整数`}。`,
          '可以不评，不评的按弃权计。',
          ...voidRuleSentences(form!).map(sentence => `${sentence}。`),
          '全部评完后检查一遍，再投票；投出后不能改。',
          ...(keepsAnything()
            ? ['手机锁屏、刷新、断网都不要紧，评过的都在。']
            : ['这个浏览器不能保存内容：投出之前刷新或关掉这一页，评价要重填，票条也要重新扫。']),
        ].map(line => element('li', {}, line)),
      ),
      element(
        'button',
        { class: 'vote-main', type: 'button', click: () => goTo(voting, { at: 'sheet' }) },
        '开始评价',
      ),
      element(
        'details',
        {},
        element('summary', {}, '这张票怎样保密'),
        element('p', {}, '保证做到的：'),
        element('ul', {}, ...PROMISED.map(line => element('li', {}, line))),
        element('p', {}, '保证不了的：'),
        element('ul', {}, ...NOT_PROMISED.map(line => element('li', {}, line))),
        element(
          'p',
          {},
          '换了手机，或这部手机没电了：在另一部手机上扫同一张票条，可以接着投，没投出的评价要重填。一张票条只能投一票，谁拿着票条谁就能投，请不要给别人看，也不要拍照。',
        ),
      ),
    ),
  }
}

function printDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
