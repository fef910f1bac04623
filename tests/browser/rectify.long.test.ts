import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOfOneWay } from '../oneWay.ts'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, becomeRole, ownServer, post, read, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { newcomer } from './wholeMeeting.ts'

let server: RunningServer
let committee: Visitor
let reviewers: readonly Visitor[] = []
let clerk: Visitor
let unit: { readonly id: string; readonly name: string }

const LIST = '/2018/problems'
const TEXT = '谈心谈话记录不全，缺签字'
const MADE = 'api/years/2018'

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  const [one, other, of] = await Promise.all([
    signInAs('committee', 'wide', server.address),
    signInAs('unit', 'phone', server.address),
    newcomer(server.address, 'fuhe', [{ role: 'committee' }]),
  ])
  ;[committee, clerk] = [one, other]
  reviewers = [of, await newcomer(server.address, 'sanhe', [{ role: 'committee' }])]
  const { account } = await read<{ account: { grants: readonly { unit?: string }[] } }>(clerk, '/api/session')
  const own = account.grants[0]!.unit!
  const { units } = await read<{ units: readonly { id: string; name: string }[] }>(
    committee,
    `/${MADE}/roster`,
  )
  unit = units.find(({ id }) => id === own)!
})

afterAll(async () => {
  for (const one of [committee, clerk, ...reviewers]) await one?.leave()
  await server?.stop()
})

stepsOfOneWay()

/** The address of the problem that this way is about. */
async function ours(): Promise<string> {
  const { problems } = await read<{ problems: readonly { id: string; text: string }[] }>(
    committee,
    `/${MADE}/problems`,
  )
  return `/2018/problems/${encodeURIComponent(unit.id)}/${problems.find(one => one.text === TEXT)!.id}`
}

async function inDialog(
  { page, settle }: Visitor,
  button: string | RegExp,
  confirm: RegExp,
  fill: () => unknown,
) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await fill()
  await page.getByRole('dialog').getByRole('button', { name: confirm }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle()
}

const label = ({ page }: Visitor, name: string) => page.getByRole('dialog').getByLabel(name)
const day = async (visitor: Visitor, name: string, value: string) => {
  await label(visitor, name).fill(value)
  await label(visitor, name).press('Enter')
}

test('五（一） the result is sealed, approved by the leading group and released', async () => {
  const { page, load, settle } = committee
  await upholdObjections((route, body) => ask(committee, route, body))
  await load('/2018/seals')
  await inDialog(committee, '封存结果', /^封\s?存$/, () => undefined)
  await becomeRole(committee, 'leadingGroup')
  await load('/2018/seals')
  await inDialog(committee, /^审\s?定$/, /^审\s?定$/, () => undefined)
  await becomeRole(committee, 'committee')
  await load('/2018/seals')
  await inDialog(committee, '向单位公布', /^公\s?布$/, () => undefined)
  await page.getByText('已审定并向单位公布').waitFor()
  await settle()
})

test('四（五） feedback letters are drafted and issued to all units at once; the unit reads its own', async () => {
  const { page, load } = committee
  await load('/documentIssuers')
  await page.getByRole('button', { name: '登记发文机关' }).click()
  await page.getByRole('combobox', { name: '发文机关' }).fill('中共示范州直属机关工作委员会')
  await page.keyboard.press('Enter')
  await page.getByLabel('发文机关代字').fill('州直工发')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('发文机关已保存').waitFor()
  await load('/2018/documents')
  const letters = page.getByRole('row', { name: /书面反馈意见/ }).first()
  await letters.getByRole('button', { name: '起草全部单位' }).click()
  await letters.getByRole('button', { name: '印发全部草稿' }).click()
  await page.getByRole('button', { name: /^印发\d+份$/ }).click()
  await letters.getByRole('button', { name: '打包下载' }).waitFor()
  await clerk.load('/2018/documents')
  await clerk.page
    .getByRole('link', { name: /反馈意见/ })
    .first()
    .waitFor()
})

test('五（二） problems are taken from the result and listed by hand, two others review them, each for one body, and all are sent', async () => {
  const { page, load, faults } = committee
  await load('/2018/problems/proposals')
  await page.getByRole('button', { name: '全部列入' }).click()
  await page.locator('.ant-popconfirm .ant-btn-primary').click()
  await page.getByText(/列入\d+个问题，涉及\d+个单位/).waitFor()
  await load(LIST)
  await inDialog(committee, '列入一项', /^列\s?入$/, async () => {
    await label(committee, '单位').fill(unit.name)
    await page.locator('.ant-select-item-option').first().click()
    await label(committee, '问题').fill(TEXT)
  })
  const draft = 'POST /api/years/2018/units/:unit/problems'.replace(':unit', encodeURIComponent(unit.id))
  await ask(committee, draft, { text: '谈心谈话没有登记' })
  await load(await ours())
  await inDialog(committee, /^合\s?并$/, /^合\s?并$/, async () => {
    await label(committee, '与这个单位的哪些草稿合并').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('.ant-select-item-option', { hasText: '谈心谈话没有登记' }).click()
    await label(committee, '问题').click()
  })
  await page.getByText('谈心谈话没有登记').first().waitFor()
  const [one, other] = reviewers as [Visitor, Visitor]
  await one.load(LIST)
  await inDialog(one, '研究审核', /登记意见/, async () => {
    await label(one, '同意下发').check()
    await label(one, '审核意见').fill('情况属实，同意。')
  })
  const { bodies } = await read<{ bodies: readonly { id: string }[] }>(committee, `/${MADE}/problems`)
  const review = { body: bodies[1]!.id, outcome: 'agree', opinion: '同意。' }
  await post(other, `/${MADE}/problems/review`, review)
  await load(LIST)
  expect(await faults({ axe: true })).toEqual([])
  await inDialog(committee, /^下发\d+个问题$/, /^下\s?发$/, async () => {
    await day(committee, '异议截止日期', '2018年12月28日')
    await day(committee, '整改方案上报日期', '2019年1月10日')
  })
})

test('四（五） the unit confirms the receipt and objects to a problem, which is decided; it writes its plans on a phone', async () => {
  const { page, load, settle, faults } = clerk
  await load(LIST)
  await page.getByRole('button', { name: '确认收到' }).click()
  await page.getByText('已确认收到').waitFor()
  const address = await ours()
  await load(address)
  await inDialog(clerk, '提出异议', /^确\s?定$/, () => label(clerk, '异议和依据').fill('有签字，见附件'))
  await reviewers[0]!.load(address)
  await inDialog(reviewers[0]!, '答复异议', /^确\s?定$/, async () => {
    await reviewers[0]!.page.getByRole('dialog').getByText('提出异议：有签字，见附件').waitFor()
    await label(reviewers[0]!, '维持原问题').check()
    await label(reviewers[0]!, '理由').fill('附件缺三次')
  })
  await load(address)
  await page.getByLabel('原因').fill('分工不明')
  await page.getByLabel('整改措施').fill('明确专人，按月检查')
  await page.getByLabel('责任人').fill('张某')
  await page.getByLabel('完成时限').fill('2019年3月31日')
  await page.getByLabel('完成时限').press('Enter')
  await page.getByRole('button', { name: '保存方案' }).click()
  await page.getByText('已保存').first().waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
})

test('五（二） the lead unit returns the plans; handed in again, it and the committee pass them', async () => {
  const address = await ours()
  const at = `/${MADE}/units/${encodeURIComponent(unit.id)}/problems`
  const { problems } = await read<{
    problems: readonly { id: string; unit: string; text: string; standing: string; revision: number }[]
  }>(clerk, `/${MADE}/problems`)
  const plan = { cause: '分工不明', remedy: '专人负责', owner: '张某', deadline: '2019-03-31' }
  for (const { id, standing, text, revision } of problems)
    if (text !== TEXT && (standing === 'sent' || standing === 'planReturned'))
      await put(clerk, `${at}/${id}/plan`, { ...plan, revision })
  const handIn = async () => {
    await clerk.load(LIST)
    await clerk.page.getByRole('button', { name: '上报整改方案' }).click()
    await clerk.page.getByText(/已上报\d+个问题的整改方案/).waitFor()
  }
  const vet = async (by: Visitor, outcome: string, opinion: string) => {
    await by.load(address)
    await inDialog(by, '审核方案', /登记意见/, async () => {
      await label(by, outcome).check()
      await label(by, '审核意见').fill(opinion)
    })
  }
  await handIn()
  await becomeRole(committee, 'leadUnit')
  await vet(committee, '退回修改', '没有写明时间')
  await clerk.load(address)
  await clerk.page.getByText('没有写明时间').first().waitFor()
  await clerk.page.getByLabel('整改措施').fill('明确专人，每月10日前检查')
  await clerk.page.getByRole('button', { name: '保存方案' }).click()
  await clerk.page.getByText('已保存').first().waitFor()
  await handIn()
  await vet(committee, '审核通过', '措施可行。')
  await vet(reviewers[0]!, '审核通过', '措施可行。')
  await reviewers[0]!.page.getByText('整改中').first().waitFor()
})

test('五（二） progress and completion cite the ledger; a later day is asked for and granted', async () => {
  const address = await ours()
  const report = (button: string, field: string, text: string) =>
    inDialog(clerk, button, /^报\s?告$/, async () => {
      await label(clerk, field).fill(text)
      await label(clerk, '佐证：已登记的台账（可不选）').focus()
      await clerk.page.keyboard.press('ArrowDown')
      await clerk.page.locator('.ant-select-item-option').first().click()
      await label(clerk, field).click()
    })
  await clerk.load(address)
  await report('报告进展', '进展', '已补签两次')
  await inDialog(clerk, '申请延期', /^确\s?定$/, async () => {
    await day(clerk, '延期到', '2019年4月30日')
    await label(clerk, '延期理由').fill('等待换届')
  })
  await committee.load(address)
  await inDialog(committee, '答复延期', /^确\s?定$/, async () => {
    await committee.page.getByRole('dialog').getByText('申请延期到2019年4月30日：等待换届').waitFor()
    await label(committee, '同意延期').check()
    await label(committee, '理由').fill('属实')
  })
  await clerk.load(address)
  await report('报告整改完成', '整改结果', '已补齐')
})

test('五（二） who checks while somebody else does is told so and keeps what was typed; then the lead unit confirms', async () => {
  const lead = committee
  const address = await ours()
  const at = `/api/years${address.replace('/problems/', '/units/').replace(/\/([^/]+)$/, '/problems/$1')}`
  const claim = async () => {
    const { revision } = await read<{ revision: number }>(clerk, at)
    await post(clerk, `${at}/claim`, { text: '已补齐', entries: [], files: [], revision })
  }
  await lead.load(address)
  lead.expect(409)
  await lead.page.getByRole('button', { name: '复查', exact: true }).click()
  await label(lead, '现场复查').check()
  await label(lead, '整改到位，销号').check()
  await label(lead, '复查情况').fill('查看记录，已补齐')
  const { revision } = await read<{ revision: number }>(clerk, at)
  const returned = { how: 'papers', outcome: 'returned', text: '缺两次', revision }
  await post(reviewers[0]!, `${at}/check`, returned)
  await lead.page
    .getByRole('dialog')
    .getByRole('button', { name: /^确\s?定$/ })
    .click()
  await lead.page
    .getByText(/这个问题.*改动/)
    .first()
    .waitFor()
  await claim()
  await lead.load(address)
  await inDialog(lead, '复查', /^确\s?定$/, async () => {
    expect(await label(lead, '复查情况').inputValue()).toBe('查看记录，已补齐')
  })
  await lead.page.getByText('已销号').first().waitFor()
  expect(await lead.page.locator('.problem-steps a[href*="/ledger/"]').count()).toBe(2)
  expect(await lead.faults({ axe: true })).toEqual([])
})

test('六（一） next year looks back upon confirmed and open problems; those without a remedy count in its ledger', async () => {
  const of = reviewers[0]!
  const { page, load, settle, faults } = of
  const { scheme } = await read<{ scheme: { version: string } }>(of, `/${MADE}`)
  const draft = await post<{ version: string; revision: number }>(
    of,
    `/api/schemes/${scheme.version}/drafts`,
    { cycle: 2019 },
  )
  await post(of, `/api/schemes/${draft.version}/promulgation`, { revision: draft.revision })
  await post(of, '/api/years', { year: 2019, version: draft.version, roster: 'last' })
  await load('/2019/remedies')
  await page.getByRole('button', { name: '由上年度问题清单列出' }).click()
  await page.getByText(/为\d+个单位列出上年度的\d+个问题/).waitFor()
  await settle()
  await page.getByRole('textbox', { name: /查找/ }).fill(unit.name)
  await page.getByRole('row', { name: new RegExp(`${TEXT}.*已整改`) }).waitFor()
  expect(await page.getByRole('row', { name: /进行中/ }).count()).toBeGreaterThan(0)
  expect(await faults({ axe: true })).toEqual([])
  await inDialog(of, '计入台账', /^计\s?入$/, () =>
    page
      .getByRole('dialog')
      .getByText(/没有整改措施的：现有[1-9]\d*个单位[1-9]\d*项，台账已计0项/)
      .waitFor(),
  )
  const { counters } = await read<{ counters: readonly { from: string; kept: { count: number } }[] }>(
    of,
    '/api/years/2019/ledger/counted',
  )
  expect(counters.find(({ from }) => from === 'unplannedProblems')!.kept.count).toBeGreaterThan(0)
  await clerk.load('/2019/remedies')
  await clerk.page.getByText(TEXT).first().waitFor()
  expect(await clerk.faults({ axe: true })).toEqual([])
})

/** Writes past the page. */
async function put({ context }: Visitor, path: string, data: object): Promise<void> {
  const answer = await context.request.put(path, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!answer.ok()) throw new Error(await answer.text())
}
