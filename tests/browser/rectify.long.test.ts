import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOfOneWay } from '../oneWay.ts'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, ownServer, post, read, signInAs, type Visitor, viewports } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { newcomer } from './wholeMeeting.ts'

let server: RunningServer
let committee: Visitor
let reviewers: readonly Visitor[] = []
let clerk: Visitor
let lead: Visitor
let unit: { readonly id: string; readonly name: string }

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await read<{ revision: number }>(committee, '/api/years/2018')
  await post(committee, '/api/years/2018/seals', { revision })
  const leading = await signInAs('leadingGroup', 'wide', server.address)
  await post(leading, '/api/years/2018/seals/1/approve', { opinion: '同意' })
  await leading.leave()
  await post(committee, '/api/years/2018/release', { seal: 1 })
  const { units } = await read<{ units: readonly { id: string; name: string; leadUnit?: string }[] }>(
    committee,
    '/api/years/2018/roster',
  )
  const { problems } = await read<{ problems: readonly { unit: string }[] }>(
    committee,
    '/api/years/2018/problems',
  )
  const member = units.find(
    one => one.leadUnit !== undefined && problems.every(({ unit: of }) => of !== one.id),
  )!
  unit = member
  reviewers = [
    await newcomer(server.address, 'fuhe', [{ role: 'committee' }]),
    await newcomer(server.address, 'sanhe', [{ role: 'committee' }]),
  ]
  clerk = await newcomer(server.address, 'lianluo', [{ role: 'unit', unit: unit.id }])
  lead = await newcomer(server.address, 'qiantouyi', [{ role: 'leadUnit', unit: member.leadUnit! }])
})

afterAll(async () => {
  for (const one of [committee, clerk, lead, ...reviewers]) await one?.leave()
  await server?.stop()
})

stepsOfOneWay()

const LIST = '/2018/problems'

/** Opens the only problem of the unit; who sees other units, too, finds it by the unit's name. */
async function openProblem(visitor: Visitor): Promise<void> {
  const { page, load, settle } = visitor
  // Loaded anew: a page keeps its answers for ten seconds, and others have acted meanwhile.
  await load(LIST)
  await page.getByRole('textbox', { name: /查找/ }).fill(unit.name)
  const place =
    visitor === clerk ? page.locator('main') : page.getByRole('row').filter({ hasText: unit.name })
  await place
    .locator('a[href^="/2018/problems/"]')
    .filter({ hasNotText: /由结果提出|整改情况|提出问题/ })
    .first()
    .click()
  await page.getByRole('region', { name: '经过' }).waitFor()
  await settle()
}

async function inDialog(
  { page, settle }: Visitor,
  button: string,
  confirm: RegExp,
  fill: () => Promise<void>,
) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await fill()
  await page.getByRole('dialog').getByRole('button', { name: confirm }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle()
}

const label = ({ page }: Visitor, name: string) => page.getByRole('dialog').getByLabel(name)

test('五（二） the committee takes one of the proposals of the sealed result', async () => {
  const { page, go, settle, faults } = committee
  await go('/2018/problems/proposals')
  await page.getByRole('textbox', { name: /查找/ }).fill(unit.name)
  await page.getByRole('row').filter({ hasText: unit.name }).first().waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  await page
    .getByRole('row')
    .filter({ hasText: unit.name })
    .first()
    .getByRole('button', { name: /^列\s?入$/ })
    .click()
  await page.getByText('列入1个问题').waitFor()
})

test('五（二） two others review, each for one body, with an opinion; then all are sent at once', async () => {
  for (const [at, reviewer] of reviewers.entries()) {
    await reviewer.go(LIST)
    await inDialog(reviewer, '研究审核', /登记意见/, async () => {
      await reviewer.page.getByRole('dialog').getByRole('radio').nth(at).check()
      await label(reviewer, '同意下发').check()
      await label(reviewer, '审核意见').fill('情况属实，同意。')
    })
  }
  const { page, load, faults } = committee
  await load(LIST)
  expect(await faults({ axe: true })).toEqual([])
  await inDialog(
    committee,
    (await page.getByRole('button', { name: /^下发\d+个问题$/ }).textContent())!.trim(),
    /^下\s?发$/,
    async () => {
      await label(committee, '异议截止日期').fill('2018年12月28日')
      await label(committee, '异议截止日期').press('Enter')
      await label(committee, '整改方案上报日期').fill('2019年1月10日')
      await label(committee, '整改方案上报日期').press('Enter')
    },
  )
})

test('五（二） the unit confirms the receipt, writes its plan on a phone and hands it in', async () => {
  const { page, load, go, settle, faults } = clerk
  await page.setViewportSize(viewports.phone)
  await load(LIST)
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '确认收到' }).click()
  await page.getByText('已确认收到').waitFor()
  await openProblem(clerk)
  await page.getByLabel('原因').fill('分工不明')
  await page.getByLabel('整改措施').fill('明确专人，按月检查')
  await page.getByLabel('责任人').fill('张某')
  await page.getByLabel('完成时限').fill('2019年3月31日')
  await page.getByLabel('完成时限').press('Enter')
  await page.getByRole('button', { name: '保存方案' }).click()
  await page.getByText('已保存').first().waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  await go(LIST)
  await page.getByRole('button', { name: '上报整改方案' }).click()
  await page.getByText('已上报1个问题的整改方案').waitFor()
})

test('五（二） lead unit and committee pass the plan; the unit claims it done with the ledger as evidence; the lead unit confirms', async () => {
  for (const vetter of [lead, reviewers[0]!]) {
    await openProblem(vetter)
    await inDialog(vetter, '审核方案', /登记意见/, async () => {
      await label(vetter, '审核通过').check()
      await label(vetter, '审核意见').fill('措施可行。')
    })
  }
  await openProblem(clerk)
  await inDialog(clerk, '报告整改完成', /^报\s?告$/, async () => {
    await label(clerk, '整改结果').fill('已补齐')
    await label(clerk, '佐证：已登记的台账（可不选）').focus()
    await clerk.page.keyboard.press('ArrowDown')
    await clerk.page.locator('.ant-select-item-option').first().click()
    await label(clerk, '整改结果').click()
  })
  await openProblem(lead)
  await inDialog(lead, '复查', /^确\s?定$/, async () => {
    await label(lead, '现场复查').check()
    await label(lead, '整改到位，销号').check()
    await label(lead, '复查情况').fill('查看记录，已补齐')
  })
  await lead.page.getByText('已销号').first().waitFor()
  expect(await lead.page.locator('.problem-steps a[href*="/ledger/"]').count()).toBe(1)
  expect(await lead.faults({ axe: true })).toEqual([])
})
