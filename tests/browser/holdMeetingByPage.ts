import { expect } from 'vitest'
import { ask, post, read, signInAs, type Visitor } from './browse.ts'
import { sized } from '../longRun.ts'
import { castByPhone, type Meeting, placesOf, scoreOf } from './wholeMeeting.ts'

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

/** Voter classes of the meeting, with those expected. */
export const CLASSES = [
  { id: 'delegate', name: '两代表一委员', expected: 10 },
  { id: 'partyAffairsOfficer', name: '党务干部', expected: 10 },
  { id: 'memberRepresentative', name: '党员代表', expected: 0 },
] as const
/** Sheets of each of the first two classes. */
const [PHONES, PAPERS] = [sized(6, 2), 4]

/** Holds a debrief meeting from plan to facts: by the pages of who convenes it, with phones (12 in the long run), of which one is reloaded at each step, and 8 paper sheets keyed by two people. */
export async function holdMeetingByPage(site: string, clerk: Visitor, second: Visitor): Promise<void> {
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
      await castByPhone(site, codes[at * CLASSES[0].expected + phone]!, marks, at + phone === 0)
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
  await page.getByText('待认定').first().waitFor()
  const committee = await signInAs('committee', 'wide', site)
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
  await page.getByText('待认定').first().waitFor()
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
}
