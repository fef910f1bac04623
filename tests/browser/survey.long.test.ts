import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/files/xlsx/writeWorkbook.ts'
import { ownServer, post, read, signInAs, type Visitor, viewports } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { newcomer } from './wholeMeeting.ts'

interface Survey {
  readonly id: string
  readonly revision: number
  readonly stage: string
  readonly answers: number
  readonly commission: object & { readonly sizes: readonly Size[] }
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly scheme: { readonly groups: readonly { readonly id: string; readonly name: string }[] }
}

interface Size {
  readonly unit: string
  readonly group: string
  readonly size: number
}

interface Desk {
  readonly interview?: {
    readonly case: string
    readonly questionnaire: {
      readonly questions: readonly {
        readonly id: string
        readonly options?: readonly { readonly id: string }[]
      }[]
    }
  }
}

/** Interviews of each unit and group. */
const WANTED = 16

let server: RunningServer
let committee: Visitor
let supervisor: Visitor
const interviewers: Visitor[] = []

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-11-20'])
  committee = await signInAs('committee', 'wide', server.address)
  supervisor = await signInAs('surveyor', 'wide', server.address)
  for (const name of ['fangwen1', 'fangwen2', 'fangwen3'])
    interviewers.push(await newcomer(server.address, name, [{ role: 'interviewer' }]))
})

afterAll(async () => {
  for (const visitor of [committee, supervisor, ...interviewers]) await visitor?.leave()
  await server?.stop()
})

/** Drafts a commission by its page, then narrows it to the first unit, at all hours. */
async function commission(title: string, way: 'calls' | 'file'): Promise<string> {
  const { page } = committee
  await committee.go('/2018/newSurvey')
  await page.getByLabel('调查名称').fill(title)
  if (way === 'file') await page.getByText('调查方自有系统，交来文件').click()
  await page.getByLabel('受委托单位').fill('州统计局')
  await page.getByLabel('投诉电话').fill('0871-12340')
  await page.getByRole('button', { name: '按误差范围建议样本量' }).click()
  await page.getByText(/计划\d+份/).waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '保存委托' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  const api = `/api/years/2018/surveys/${new URL(page.url()).pathname.split('/').at(-1)}`
  const drafted = await read<Survey>(committee, api)
  const [{ unit }] = drafted.commission.sizes as [Size]
  const sizes = drafted.commission.sizes
    .filter(one => one.unit === unit)
    .map(one => ({ ...one, size: WANTED, population: 400 }))
  const answer = await committee.context.request.put(`${api}/commission`, {
    data: {
      revision: drafted.revision,
      commission: { ...drafted.commission, hours: [{ from: '00:00', to: '23:59' }], sizes },
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  if (!answer.ok()) throw new Error(await answer.text())
  await committee.load(new URL(page.url()).pathname)
  await page.getByRole('button', { name: /^委\s*托$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^委\s*托$/ })
    .click()
  await page
    .getByText(`计划${WANTED * 2}份`)
    .first()
    .waitFor()
  return api
}

/** Accepts the result by the page, and returns the score of the unit before and after. */
async function accept(api: string): Promise<void> {
  const { page } = committee
  await committee.load(`/2018/surveys/${api.split('/').at(-1)}`)
  await page.getByRole('button', { name: /^接\s*收$/ }).click()
  const dialog = page.getByRole('dialog')
  const adds = dialog.getByLabel('与已录入的汇总合并计算')
  if ((await adds.count()) > 0) await adds.check()
  await dialog.getByRole('button', { name: /^接\s*收$/ }).click()
  await page.getByText('结果已接收，各单位的汇总记入年度').waitFor()
}

async function compositeOf(unit: string): Promise<unknown> {
  const { rows } = await read<{ readonly rows: readonly { readonly unit: string }[] }>(
    committee,
    '/api/years/2018/ranking',
  )
  return rows.find(one => one.unit === unit)
}

/** Works one case past the page, as a second and third interviewer. */
async function interviewByRequest(visitor: Visitor, at: number): Promise<boolean> {
  const { interview } = await post<Desk>(visitor, '/api/interview/next', {})
  if (interview === undefined) return false
  const answers = Object.fromEntries(
    interview.questionnaire.questions.map(({ id, options }) => [
      id,
      options === undefined ? `多组织活动，第${at}条` : options[at % 2]!.id,
    ]),
  )
  await post(visitor, `/api/interview/${interview.case}/end`, { disposition: 'interview', answers })
  return true
}

test('三（二）3 the telephone survey: commission, frame, draw, three interviewers, quota, call-backs, separation, hand-over, acceptance', async () => {
  const api = await commission('电话调查', 'calls')
  const address = `/2018/surveys/${api.split('/').at(-1)}`
  const survey = await read<Survey>(committee, api)
  const unit = survey.units[0]!

  // The supervisor: questionnaire, frame with two bad rows, draw.
  const { page } = supervisor
  await supervisor.go(address)
  await page.getByRole('link', { name: '编制问卷' }).click()
  await page.getByRole('button', { name: '增加选择题' }).click()
  await page.getByLabel('题目').last().fill('您今年参加过几次党组织活动？')
  await page.getByLabel('第1个答案').fill('参加过')
  await page.getByLabel('第2个答案').fill('没有')
  await page.getByText('访问员看到的样子').waitFor()
  expect(await supervisor.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '保存问卷' }).click()
  await page.getByText('问卷已保存').waitFor()
  await supervisor.go(address)
  await page.locator('input[type=file]').setInputFiles({
    name: '样本框.xlsx',
    mimeType: '',
    buffer: await frame(
      unit.name,
      survey.scheme.groups.map(({ name }) => name),
    ),
  })
  await page.getByText('退回2行').waitFor()
  expect(await supervisor.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: /^导入通过的/ }).click()
  await page.getByRole('button', { name: '抽取样本' }).click()
  const draw = page.getByRole('dialog')
  for (const [label, value] of [
    ['第一方', '统计局'],
    ['第一方报的数', '3811'],
    ['第二方', '组织考核者'],
    ['第二方报的数', '4477'],
  ] as const)
    await draw.getByLabel(label, { exact: true }).fill(value)
  await draw.getByRole('button', { name: /^抽\s*取$/ }).click()
  await page
    .getByText(/抽中\d+人/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: '去开设访问员账号' }).waitFor()

  // An interviewer, by the keyboard alone: a no-answer, then an interview with a step back and a draft that a reload finds again.
  const desk = interviewers[0]!
  await desk.go('/interview')
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key)
  }
  await press('Enter')
  await desk.page.getByText('拨打时显示完整号码').waitFor()
  expect(await desk.page.locator('.interview-number').innerText()).toContain('*')
  await press('Enter', 'n')
  await desk.page.getByText('这次的结果：无人接听').waitFor()
  await press('Enter')
  await desk.page.getByText('领取下一个个案').waitFor()
  await press('Enter')
  await desk.page.getByText('拨打时显示完整号码').waitFor()
  await press('Enter', 'Enter', '1')
  const open = desk.page.locator('.script-open')
  await open.waitFor()
  await desk.page.keyboard.type('多组织活动')
  await press('Escape', 'ArrowLeft')
  await desk.page.locator('.script-options').waitFor()
  await desk.page.getByText('第1题，共3题').waitFor()
  expect(await desk.faults({ axe: true })).toEqual([])
  await desk.page.waitForResponse(
    answer => answer.request().method() === 'PUT' && answer.url().includes('/api/interview/') && answer.ok(),
  )
  await desk.load('/interview')
  await press('Enter')
  await desk.page.getByText('您今年参加过几次党组织活动？').waitFor()
  await press('2', 'Enter')
  await desk.page.getByText('这次的结果：完成访问').waitFor()
  await press('Enter')
  await desk.page.getByText('今天拨打2次，完成1份').waitFor()

  // All three fill the quota; for the number that nobody answered one of the reserve is called.
  let at = 0
  const callAll = async () => {
    for (let isMore = true; isMore;) {
      const worked = await Promise.all(interviewers.map(one => interviewByRequest(one, at++)))
      isMore = worked.includes(true)
    }
  }
  await callAll()
  const { quota } = await read<{ readonly quota: readonly (Size & { answers: number; wanted: number })[] }>(
    supervisor,
    `${api}/progress`,
  )
  const short = quota.find(row => row.answers < row.wanted)!
  await post(supervisor, `${api}/reserve`, {
    unit: short.unit,
    group: short.group,
    take: 1,
    reason: '无人接听',
  })
  await callAll()
  await supervisor.go(`${address}/calls`)
  await page.getByRole('button', { name: '选中访够的1个单位' }).click()
  expect(await supervisor.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '结束1个单位的访问' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束1个单位的访问' }).click()
  const check = page.getByRole('button', { name: '登记回访' })
  await check.first().waitFor()
  while ((await check.count()) > 0) {
    const left = await check.count()
    await check.first().click()
    await page.getByLabel('情况属实').check()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^登\s*记$/ })
      .click()
    await expect.poll(() => check.count()).toBe(left - 1)
  }
  await page.getByRole('button', { name: '选中可以分离的1个单位' }).click()
  await page.getByRole('button', { name: '分离1个单位的答卷' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '分离1个单位的答卷' }).click()
  await page.getByText('已分离').first().waitFor()
  await page.getByRole('link', { name: '去移交结果' }).waitFor()
  await supervisor.load(address)
  const close = page.getByRole('button', { name: '结束全部访问' })
  if ((await close.count()) > 0) {
    await close.click()
    await page.getByRole('dialog').getByRole('button', { name: '结束全部访问' }).click()
    await expect.poll(() => close.count()).toBe(0)
  }

  // Results, hand-over, acceptance.
  await supervisor.go(`${address}/results`)
  await page.getByRole('heading', { name: '交叉表' }).waitFor()
  await page
    .getByText(/条相近/)
    .first()
    .waitFor()
  expect(await supervisor.faults({ axe: true })).toEqual([])
  // On a phone a table of questions by group would be cut.
  await page.setViewportSize(viewports.phone)
  await page.getByRole('group', { name: /您今年参加过几次党组织活动？党员/ }).waitFor()
  expect(await page.locator('.survey-cross').count()).toBe(0)
  expect(await supervisor.faults({ axe: true })).toEqual([])
  await page.setViewportSize(viewports.wide)
  await supervisor.go(address)
  await page.getByLabel('调查方法说明').fill('分层抽样，电话访问，回访十分之一。')
  await page.getByRole('button', { name: '移交结果' }).click()
  await page.getByText('结果已移交').waitFor()
  const before = await compositeOf(unit.id)
  await accept(api)
  expect(await compositeOf(unit.id)).not.toEqual(before)
  expect((await read<Survey>(committee, api)).stage).toBe('accepted')
})

test('三（二）3 the imported way: a bureau’s file with its own headings is matched on screen and remembered, rows in = accepted + refused', async () => {
  const api = await commission('统计局自行调查', 'file')
  const address = `/2018/surveys/${api.split('/').at(-1)}`
  const { units, scheme } = await read<Survey>(committee, api)
  const { page } = supervisor
  await supervisor.go(`${address}/file`)
  const line = (unit: string, answer: string, group = scheme.groups[0]!.name) =>
    [unit, group, answer].join(',')
  const good = [
    '被访单位,类别,总体评价',
    ...Array.from({ length: 24 }, (_, at) => line(units[0]!.name, '满意', scheme.groups[at % 2]!.name)),
  ]
  const bad = [line('没有这个单位', '满意'), line(units[0]!.name, '马马虎虎')]
  const choose = (lines: readonly string[]) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: '结果.csv', mimeType: '', buffer: Buffer.from(lines.join('\n')) })
  await choose([...good, ...bad])
  // A heading known by another name is proposed.
  await page.locator('.choose-headings label').filter({ hasText: '对象' }).getByText('类别').waitFor()
  for (const [column, heading] of [
    ['单位', '被访单位'],
    ['第1题', '总体评价'],
  ] as const) {
    await page
      .getByLabel(new RegExp(`^${column}`))
      .last()
      .click()
    await page.locator('.ant-select-item-option').filter({ hasText: heading }).last().click()
  }
  await page.getByRole('button', { name: '按此读入' }).first().click()
  await page.getByText('退回2行').waitFor()
  expect(await supervisor.faults({ axe: true })).toEqual([])
  expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0)
  // It can be left: who comes back finds what was read. The mended file is read by the headings that were chosen before.
  await supervisor.load(`${address}/file`)
  await page.getByText('退回2行').waitFor()
  await page.getByRole('button', { name: '不要这个文件' }).click()
  await choose(good)
  await page.getByRole('button', { name: '导入全部24行' }).click()
  await page.getByText('已收24份').first().waitFor()
  await page.getByLabel('调查方法说明').fill('州统计局社情民意调查系统。')
  await page.getByRole('button', { name: '移交结果' }).click()
  await page.getByText('结果已移交').waitFor()
  await accept(api)
  expect((await read<Survey>(committee, api)).answers).toBe(24)
})

/** A frame of 40 people of each group, with a number that is none and one that comes twice. */
function frame(unit: string, groups: readonly string[]): Promise<Buffer> {
  const people = groups.flatMap((group, at) =>
    Array.from({ length: 40 }, (_, nth) => [`139${at}${String(nth).padStart(7, '0')}`, unit, group]),
  )
  const rows = [['电话号码', '单位', '对象'], ...people, ['12ab', unit, groups[0]!], people[0]!]
  return writeWorkbook({
    title: '样本框',
    madeOn: '2018-11-01',
    sheets: [{ name: '样本框', columns: rows[0]!.map(() => ({})), rows }],
  }).then(bytes => Buffer.from(bytes))
}
