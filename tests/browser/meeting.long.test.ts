import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer, post, read, signInAs, type Visitor } from './browse.ts'
import { CLASSES, holdMeetingByPage } from './holdMeetingByPage.ts'
import { type Grant, holdSpeeches, type Meeting, newcomer, scoreOf, withdrawBallots } from './wholeMeeting.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let clerk: Visitor
let second: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-24'], withdrawBallots)
  clerk = await signInAs('leadUnit', 'wide', server.address)
  second = await secondClerk()
})

afterAll(async () => {
  await clerk?.leave()
  await second?.leave()
  await server?.stop()
})

test('四（四） a lead unit holds its meeting from plan to facts: 30 clicks, phones of which one is reloaded at each step, 8 paper sheets; the count is the hand count', () =>
  holdMeetingByPage(server.address, clerk, second))

test('四（四） the committee holds its meeting on paper alone, from plan to facts; a lead unit enters one held by other means, with its count sheet', async () => {
  const committee = await signInAs('committee', 'wide', server.address)
  const { page } = committee
  const other = await newcomer(server.address, 'erci', [{ role: 'committee' }])
  const { plannable } = await read<{
    readonly plannable: readonly {
      readonly kind: string
      readonly lead?: string
      readonly name: string
      readonly units: readonly { readonly id: string; readonly name: string }[]
    }[]
  }>(committee, '/api/years/2018/meetings')
  const { id } = await post<Meeting>(committee, '/api/years/2018/meetings', {
    kind: plannable[0]!.kind,
    heldOn: '2018-12-24',
    place: '一号厅',
    minutes: 8,
    convenor: '周主持',
    teller: '钱计票',
    scrutineer: '孙监票',
    supervisors: [],
    reviewAfterEach: false,
    phones: false,
    rehearsal: false,
    classes: CLASSES.map(one => ({ id: one.id, expected: one.expected })),
  })
  const address = `/api/years/2018/meetings/${id}`
  // The plan is changed by its form: what is not touched stays.
  await committee.go(`/2018/debriefs/${id}`)
  await page.getByText('已安排').first().click()
  await page.getByRole('button', { name: '修改安排' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('监票人').inputValue()).toBe('孙监票')
  await dialog.getByLabel('地点').fill('二号厅')
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click()
  await page.getByText('2018年12月24日，二号厅').first().waitFor()
  expect(await read<object>(committee, address)).toMatchObject({
    place: '二号厅',
    teller: '钱计票',
    minutes: 8,
  })
  const voterClass = CLASSES[0].id
  await post(committee, `${address}/paper/printed`, { voterClass, sheets: 5, style: 'figures' })
  const agenda = await holdSpeeches(committee, address)
  for (let number = 1; number <= 5; number++) {
    const marks = agenda.map((_, line) => 80 + ((number + line) % 15))
    for (const who of [committee, other])
      await post(who, `${address}/paper/sheets`, { voterClass, number, marks, faulty: false })
  }
  await committee.go(`/2018/debriefs/${id}`)
  await page.getByRole('button', { name: /^计\s*票$/ }).click()
  await page.getByRole('button', { name: '上报结果' }).click()
  await page.getByRole('button', { name: /^认\s*定$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^认\s*定$/ })
    .click()
  await page.getByText('认定，得分已记入年度').first().waitFor()
  const mean = [1, 2, 3, 4, 5].reduce((sum, number) => sum + 80 + (number % 15), 0) / 5
  expect(await scoreOf(committee, agenda[0]!.unit)).toBeCloseTo(mean, 2)
  expect(await committee.faults({ axe: true })).toEqual([])

  // The secretary asks for a recount; a sheet was overlooked: the acceptance is taken back, and all is counted anew.
  const secretary = await newcomer(server.address, 'benren', [{ role: 'secretary', unit: agenda[0]!.unit }])
  const own = secretary.page
  await secretary.go(`/2018/debriefs/${id}`)
  await own.getByRole('button', { name: '申请重新计票' }).click()
  await own.getByLabel('申请重新计票的理由').fill('与现场感受不符')
  expect(await secretary.faults({ axe: true })).toEqual([])
  await own
    .getByRole('dialog')
    .getByRole('button', { name: /^申\s*请$/ })
    .click()
  await own.getByText('还没有答复').waitFor()
  await committee.load(`/2018/debriefs/${id}`)
  await page.getByRole('button', { name: '收回认定' }).click()
  await dialog.getByLabel('理由').fill('漏计一张票')
  await dialog.getByRole('button', { name: '收回认定' }).click()
  await page.getByRole('button', { name: '上报结果' }).waitFor()
  expect(await scoreOf(committee, agenda[0]!.unit)).toBeUndefined()
  const overlooked = { voterClass, number: 6, marks: agenda.map(() => 60), faulty: false }
  for (const who of [committee, other]) await post(who, `${address}/paper/sheets`, overlooked)
  await page.getByRole('button', { name: '重新计票' }).click()
  await page.getByText('已计票，待上报').first().waitFor()
  await page.getByRole('button', { name: '上报结果' }).click()
  await page.getByRole('button', { name: /^认\s*定$/ }).click()
  await dialog.getByRole('button', { name: /^认\s*定$/ }).click()
  await page.getByRole('button', { name: /^答\s*复$/ }).click()
  await dialog.getByLabel('答复').fill('漏计的一张票已计入')
  await dialog.getByRole('button', { name: /^答\s*复$/ }).click()
  await page.getByText('漏计的一张票已计入').waitFor()
  expect(await scoreOf(committee, agenda[0]!.unit)).toBeCloseTo((mean * 5 + 60) / 6, 2)
  expect(await committee.faults({ axe: true })).toEqual([])
  await secretary.load(`/2018/debriefs/${id}`)
  await own.getByText('漏计的一张票已计入').waitFor()
  expect(await secretary.faults()).toEqual([])
  await secretary.leave()
  await committee.leave()
  await other.leave()

  // Held by other means: a line that cannot be read is named, then the count enters with its sheet.
  const elsewhere = plannable.find(one => one.lead !== undefined && one.units.length === 2)!
  const lead = await newcomer(server.address, 'qita', [{ role: 'leadUnit', unit: elsewhere.lead! }])
  await lead.go('/2018/debriefs')
  await lead.page.getByRole('button', { name: '录入计票表' }).click()
  await lead.page.getByLabel('开会日期').fill('2018-12-24')
  await lead.page.getByLabel('地点').fill('教室')
  await lead.page.getByLabel('计票人').fill('李计票')
  await lead.page.getByLabel('监票人').fill('王监票')
  await lead.page.getByLabel('计票表', { exact: true }).fill('某某局\t党务干部\t95×6')
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  await lead.page
    .locator('input[type=file]')
    .setInputFiles({ name: '计票表.png', mimeType: 'image/png', buffer: picture })
  await lead.page.getByText('计票表.png').waitFor()
  await lead.page.getByLabel(/的上传进度$/).waitFor({ state: 'detached' })
  await lead.page.getByRole('button', { name: /^录\s*入$/ }).click()
  await lead.page.getByText('“某某局”不在这次会议上述职').waitFor()
  const lines = elsewhere.units.map(({ name }) => `${name}\t${CLASSES[1].name}\t95×6、85\t1\t0`)
  await lead.page.getByLabel('计票表', { exact: true }).fill(lines.join('\n'))
  expect(await lead.faults({ axe: true })).toEqual([])
  await lead.page.getByRole('button', { name: /^录\s*入$/ }).click()
  await lead.page.getByText('结果按所附计票表录入').first().waitFor()
  await lead.page.getByRole('button', { name: '上报结果' }).click()
  await lead.page.getByText('等待组织考核者认定').waitFor()
  expect(await lead.faults({ axe: true })).toEqual([])
  await lead.leave()
})

/** A second person of the lead unit, for the second entry of paper sheets. */
async function secondClerk(): Promise<Visitor> {
  const { account } = await read<{ readonly account: { readonly grants: readonly Grant[] } }>(
    clerk,
    '/api/session',
  )
  return newcomer(
    server.address,
    'luruyuan',
    account.grants.flatMap(({ role, unit }) => (role === 'leadUnit' ? [{ role, unit }] : [])),
  )
}
