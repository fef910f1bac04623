import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, ownServer, post, read, signInAs, type Visitor } from './browse.ts'
import {
  castByPhone,
  type Grant,
  holdSpeeches,
  type Meeting,
  newcomer,
  placesOf,
  scoreOf,
  withdrawBallots,
} from './wholeMeeting.ts'
import type { RunningServer } from './startServer.ts'

interface Count {
  readonly count: {
    readonly classes: readonly {
      readonly voterClasses: readonly string[]
      readonly phone: number
      readonly paper: number
    }[]
    readonly units: readonly {
      readonly unit: string
      readonly classes: readonly {
        readonly voterClasses: readonly string[]
        readonly marks: readonly number[]
      }[]
    }[]
  }
}

const CLASSES = [
  { id: 'delegate', name: '两代表一委员', expected: 10 },
  { id: 'partyAffairsOfficer', name: '党务干部', expected: 10 },
  { id: 'memberRepresentative', name: '党员代表', expected: 0 },
] as const
/** Sheets of each of the first two classes. */
const [PHONES, PAPERS] = [6, 4]

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

test('四（四） a lead unit holds its meeting from plan to facts: 30 clicks, 12 phones of which one is reloaded at each step, 8 paper sheets; the count is the hand count', async () => {
  const { page } = clerk
  let clicks = 0
  const click = async (name: string | RegExp, of = page.getByRole('button', { name })) => {
    clicks++
    await of.first().click()
  }
  const fill = async (label: string | RegExp, value: string) => {
    clicks++
    await page.getByLabel(label).fill(value)
  }

  // Plan: what scheme and roster know is there already.
  await clerk.go('/2018/debriefs')
  await click(/^安\s*排$/)
  await fill('地点', '三楼会议室')
  await fill('主持人', '周主持')
  await fill('计票人', '钱计票')
  await fill('监票人', '孙监票')
  for (const { name, expected } of CLASSES) await fill(`${name}应到人数`, String(expected))
  expect(await clerk.faults({ axe: true })).toEqual([])
  await click('', page.getByRole('dialog').getByRole('button', { name: /^安\s*排$/ }))
  await page.getByRole('heading', { name: '议程' }).waitFor()
  const address = `/api/years/2018/meetings/${new URL(page.url()).pathname.split('/').at(-1)}`
  const view = () => read<Meeting>(clerk, address)

  // Key, with a copy that is not this meeting's.
  await click('生成开票钥匙')
  const copy = await page.locator('.key-copy-letters').innerText()
  await page.getByLabel(/^计票人.*的钥匙$/).fill('HP1-0000')
  await page.locator('.key-copy').first().getByRole('button', { name: '试钥匙' }).click()
  await page.getByText('这不是本次会议的钥匙').waitFor()
  for (const who of ['计票人钱计票', '监票人孙监票']) {
    await fill(`${who}的钥匙`, copy)
    await click(
      '',
      page.locator('.key-copy').filter({ hasText: who }).getByRole('button', { name: '试钥匙' }),
    )
    await page.getByText(`${who}的钥匙已试过，能用`).waitFor()
  }
  expect(await clerk.faults({ axe: true })).toEqual([])

  // Slips of two classes; the third expects nobody.
  const codes: string[] = []
  await click('', page.getByRole('link', { name: '票条' }))
  for (const _ of CLASSES.slice(0, 2)) {
    await click('生成票条')
    await page.locator('.vote-slip').first().waitFor()
    codes.push(
      ...(await page
        .locator('.vote-slip')
        .evaluateAll(slips =>
          slips.map(slip => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(slip.textContent!)![0]),
        )),
    )
    await click('打印好了，关掉')
    await click('', page.getByRole('dialog').getByRole('button').last())
    await page.getByRole('button', { name: '生成票条' }).waitFor()
  }
  await page.goBack()
  await click('登记实到人数')
  await page.getByText('应到20人，实到20人').waitFor()
  await click('手机遥控')
  await page.getByRole('img', { name: '遥控的二维码' }).waitFor()
  expect(clicks).toBeLessThanOrEqual(30)
  await page.locator('.ant-modal-close').click()
  await post(clerk, `${address}/paper/printed`, {
    voterClass: CLASSES[0].id,
    sheets: PAPERS,
    style: 'figures',
  })
  await post(clerk, `${address}/paper/printed`, {
    voterClass: CLASSES[1].id,
    sheets: PAPERS,
    style: 'figures',
  })

  const step = async (move: object) =>
    ask(clerk, `POST ${address}/steps`, { move, revision: (await view()).revision })
  await step({ step: 'start' })
  const { agenda } = await view()
  for (let left = agenda.length; left >= 0; left--) await step({ step: 'next' })
  await step({ step: 'openVoting' })

  // Phones: the first of each class cast by hand, one of them reloaded at each step.
  const sheets: { readonly voterClass: string; readonly marks: readonly number[] }[] = []
  for (const [at, { id }] of CLASSES.slice(0, 2).entries())
    for (let phone = 0; phone < PHONES; phone++) {
      const marks = agenda.map((_, line) => 70 + ((phone * 7 + line * 5 + at) % 30))
      sheets.push({ voterClass: id, marks })
      await castByPhone(server.address, codes[at * CLASSES[0].expected + phone]!, marks, at + phone === 0)
    }
  await step({ step: 'closeVoting' })

  // Paper: each sheet keyed by two people.
  for (const [at, { id }] of CLASSES.slice(0, 2).entries())
    for (let number = 1; number <= PAPERS; number++) {
      const marks = agenda.map((_, line) => 60 + ((number * 11 + line * 3 + at) % 40))
      sheets.push({ voterClass: id, marks })
      const body = { voterClass: id, number, marks, faulty: false }
      for (const who of [clerk, second]) await post(who, `${address}/paper/sheets`, body)
    }

  // Count by the page.
  await clerk.load(`/2018/debriefs/${address.split('/').at(-1)}`)
  for (const { name } of CLASSES.slice(0, 2)) {
    await page.getByLabel(`${name}票条发出`).fill(String(PHONES))
    await page.getByLabel(`${name}纸质票发出`).fill(String(PAPERS))
  }
  await page.getByRole('button', { name: '登记发放情况' }).click()
  await page.getByText('发放情况已登记').waitFor()
  await page.getByLabel(/^开票钥匙/).fill(copy)
  await page.getByRole('button', { name: '开票', exact: true }).click()
  await page.getByText('密封的票已销毁').waitFor()
  await page.getByRole('button', { name: /^计\s*票$/ }).click()
  await page.getByText('已计票').first().waitFor()
  const { count } = await read<Count>(clerk, `${address}/ballots/count`)
  expect(count.classes.filter(one => one.phone > 0)).toMatchObject(
    CLASSES.slice(0, 2).map(({ id }) => ({ voterClasses: [id], phone: PHONES, paper: PAPERS })),
  )
  for (const [line, { unit }] of agenda.entries()) {
    const counted = count.units.find(one => one.unit === unit)!.classes
    for (const { id } of CLASSES.slice(0, 2)) {
      const hand = sheets.filter(one => one.voterClass === id).map(one => one.marks[line]!)
      expect(counted.find(one => one.voterClasses.includes(id))!.marks).toEqual(
        hand.toSorted((one, other) => other - one),
      )
    }
  }
  expect(await clerk.faults({ axe: true })).toEqual([])

  // Reported, returned, reported again, accepted: facts of the year, explained down to the count.
  await page.getByRole('button', { name: '上报结果' }).click()
  await page.getByText('等待组织考核者认定').waitFor()
  const committee = await signInAs('committee', 'wide', server.address)
  const judge = committee.page
  const first = agenda[0]!.unit
  const speakers = agenda.map(one => one.unit)
  expect(await placesOf(committee, speakers)).toEqual(speakers.map(() => undefined))
  expect(await scoreOf(committee, first)).toBeUndefined()
  await committee.go(`/2018/debriefs/${address.split('/').at(-1)}`)
  await judge.getByRole('button', { name: /^退\s*回$/ }).click()
  await judge.getByLabel('理由').fill('请核对票数')
  await judge
    .getByRole('dialog')
    .getByRole('button', { name: /^退\s*回$/ })
    .click()
  await judge.getByText('已退回').first().waitFor()
  await clerk.load(`/2018/debriefs/${address.split('/').at(-1)}`)
  await page.getByRole('button', { name: '上报结果' }).click()
  await page.getByText('等待组织考核者认定').waitFor()
  await committee.load(`/2018/debriefs/${address.split('/').at(-1)}`)
  await judge.getByRole('button', { name: /^认\s*定$/ }).click()
  await judge
    .getByRole('dialog')
    .getByRole('button', { name: /^认\s*定$/ })
    .click()
  await judge.getByText('认定，得分已记入年度').first().waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])
  const hand = CLASSES.slice(0, 2).map(({ id }) =>
    sheets.filter(one => one.voterClass === id).map(one => one.marks[0]!),
  )
  const all = hand.flat()
  const mean = all.reduce((sum, mark) => sum + mark, 0) / all.length
  expect(await scoreOf(committee, first)).toBeCloseTo(Math.round(mean * 100) / 100, 2)
  // The ranking moves: without a debrief score they had no place, now each has its own by its composite.
  expect((await placesOf(committee, speakers)).toSorted((one, other) => one! - other!)).toEqual(
    speakers.map((_, at) => at + 1),
  )
  expect(JSON.stringify(await read(committee, `/api/years/2018/units/${first}/explanation`))).toContain(
    '计票结果：',
  )
  await committee.leave()
})

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
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('漏计一张票')
  await dialog.getByRole('button', { name: '收回认定' }).click()
  await page.getByRole('button', { name: '上报结果' }).waitFor()
  expect(await scoreOf(committee, agenda[0]!.unit)).toBeUndefined()
  const overlooked = { voterClass, number: 6, marks: agenda.map(() => 60), faulty: false }
  for (const who of [committee, other]) await post(who, `${address}/paper/sheets`, overlooked)
  await page
    .locator('summary')
    .filter({ has: page.getByRole('heading', { name: '计票', exact: true }) })
    .click()
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
