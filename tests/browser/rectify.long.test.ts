import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOfOneWay } from '../oneWay.ts'
import { becomeRole, ownServer, post, read, signInAs, type Visitor } from './browse.ts'
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

test('五（二） one lists a problem, two others review it, each for one body, and it is sent', async () => {
  const { page, load, faults } = committee
  await load(LIST)
  await inDialog(committee, '列入一项', /^列\s?入$/, async () => {
    await label(committee, '单位').fill(unit.name)
    await page.locator('.ant-select-item-option').first().click()
    await label(committee, '问题').fill(TEXT)
  })
  const address = await ours()
  await reviewers[0]!.load(address)
  await inDialog(reviewers[0]!, '研究审核', /登记意见/, async () => {
    await label(reviewers[0]!, '同意下发').check()
    await label(reviewers[0]!, '审核意见').fill('情况属实，同意。')
  })
  const { bodies } = await read<{ bodies: readonly { id: string }[] }>(committee, `/${MADE}/problems`)
  const problems = [address.split('/').at(-1)]
  const review = { body: bodies[1]!.id, outcome: 'agree', opinion: '同意。', problems }
  await post(reviewers[1]!, `/${MADE}/problems/review`, review)
  await load(LIST)
  expect(await faults({ axe: true })).toEqual([])
  await inDialog(committee, /^下发\d+个问题$/, /^下\s?发$/, async () => {
    await day(committee, '异议截止日期', '2018年12月28日')
    await day(committee, '整改方案上报日期', '2019年1月10日')
  })
})

test('五（二） the unit confirms the receipt and writes its plan on a phone; it is handed in with the others', async () => {
  const { page, load, go, settle, faults } = clerk
  await load(LIST)
  await page.getByRole('button', { name: '确认收到' }).click()
  await page.getByText('已确认收到').waitFor()
  const address = await ours()
  await go(address)
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

test('五（二） the lead unit passes the plan on its page, the committee too; the unit claims it done with the ledger as evidence', async () => {
  const address = await ours()
  const at = `/${MADE}/units/${encodeURIComponent(unit.id)}/problems`
  const { problems } = await read<{
    problems: readonly { id: string; unit: string; text: string; standing: string; revision: number }[]
  }>(clerk, `/${MADE}/problems`)
  const plan = { cause: '分工不明', remedy: '专人负责', owner: '张某', deadline: '2019-03-31' }
  for (const { id, standing, text, revision } of problems)
    if (text !== TEXT && (standing === 'sent' || standing === 'planReturned'))
      await put(clerk, `${at}/${id}/plan`, { ...plan, revision })
  await clerk.go(LIST)
  await clerk.page.getByRole('button', { name: '上报整改方案' }).click()
  await clerk.page.getByText(/已上报\d+个问题的整改方案/).waitFor()
  await becomeRole(committee, 'leadUnit')
  const lead = committee
  await lead.load(address)
  await inDialog(lead, '审核方案', /登记意见/, async () => {
    await label(lead, '审核通过').check()
    await label(lead, '审核意见').fill('措施可行。')
  })
  await post(reviewers[0]!, `${at}/vet`, { body: 'committee', outcome: 'agree', opinion: '措施可行。' })
  await clerk.load(address)
  await inDialog(clerk, '报告整改完成', /^报\s?告$/, async () => {
    await label(clerk, '整改结果').fill('已补齐')
    await label(clerk, '佐证：已登记的台账（可不选）').focus()
    await clerk.page.keyboard.press('ArrowDown')
    await clerk.page.locator('.ant-select-item-option').first().click()
    await label(clerk, '整改结果').click()
  })
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
    .getByText(/这个问题.*修改/)
    .first()
    .waitFor()
  await claim()
  await lead.load(address)
  await inDialog(lead, '复查', /^确\s?定$/, async () => {
    expect(await label(lead, '复查情况').inputValue()).toBe('查看记录，已补齐')
  })
  await lead.page.getByText('已销号').first().waitFor()
  expect(await lead.page.locator('.problem-steps a[href*="/ledger/"]').count()).toBe(1)
  expect(await lead.faults({ axe: true })).toEqual([])
})

/** Writes past the page. */
async function put({ context }: Visitor, path: string, data: object): Promise<void> {
  const answer = await context.request.put(path, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!answer.ok()) throw new Error(await answer.text())
}
