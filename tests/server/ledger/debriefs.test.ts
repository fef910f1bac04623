import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { type ALedger, MEETING, openALedger, scheme } from './aLedger.ts'

let ledger: ALedger

afterEach(() => ledger.office.close())

const OF_U2 = '/api/years/2018/units/U2/debriefs'
const PERSON = { name: '张某', post: 'branch', branch: '机关第一党支部' }

interface Shown {
  readonly id: string
  readonly revision: number
  readonly standing: string
  readonly members: { readonly entry?: string; readonly standing: string }
}

const held = (revision: number, more: object = {}) => ({
  side: 'members',
  heldOn: '2018-12-12',
  before: '第一党支部党员大会',
  first: 20,
  second: 3,
  good: 15,
  fair: 5,
  ordinary: 2,
  poor: 0,
  lateReason: '',
  files: [],
  revision,
  ...more,
})

async function people(who: Visitor): Promise<readonly Shown[]> {
  return (await who.ask('GET /api/years/2018/debriefs')).body['people'] as never
}

describeOnEachDatabase('六（四） dual debriefs', (open, { way }) => {
  test('debriefTwin, debriefNobodyVoted, debriefMarksExceed, debriefHeldAlready: a person is listed, debriefs, and is in the ledger', async () => {
    ledger = await openALedger(await open())
    const { unit, lead, committee, stranger } = ledger
    const add = (body: object, who = unit) => who.ask(`POST ${OF_U2}`, { body })
    const made = (await add({ ...PERSON, membersOn: '2018-12-10' })).body as never as Shown
    expect(made).toMatchObject({ standing: 'late', members: { standing: 'late' } })
    expect((await add(PERSON)).body).toMatchObject({ code: 'debriefTwin' })
    expect((await add(PERSON, stranger)).status).toBe(403)
    const other = (await add({ ...PERSON, name: '李某' })).body as never as Shown
    const hold = (body: object, who = unit) => who.ask(`POST ${OF_U2}/${made.id}/hold`, { body })
    expect((await hold(held(1, { good: 0, fair: 0, ordinary: 0 }))).body).toMatchObject({
      code: 'debriefNobodyVoted',
    })
    expect((await hold(held(1, { good: 22 }))).body).toMatchObject({ code: 'debriefMarksExceed' })
    expect((await hold(held(1, { heldOn: '2018-12-31' }))).body).toMatchObject({ code: 'ledgerDayAhead' })
    const both = await Promise.all([hold(held(1)), hold(held(1), ledger.colleague)])
    expect(both.map(one => one.status).toSorted()).toEqual([200, 409])
    const [line] = await people(lead)
    const entries = async () =>
      (await unit.ask('GET /api/years/2018/units/U2/entries')).body['entries'] as never as readonly {
        id: string
        kind: string
        state: string
        title: string
        participants: number
      }[]
    expect(await entries()).toMatchObject([
      {
        kind: 'dualDebrief',
        title: '机关第一党支部党支部书记张某向党员述职',
        participants: 23,
        state: 'inForce',
      },
    ])
    const again = (await hold(held(line!.revision, { good: 16 }))).body as never as Shown
    expect(again.members).toMatchObject({ marks: [16, 5, 2, 0], standing: 'held' })
    expect((await entries()).map(({ id, state }) => [id === again.members.entry, state])).toEqual([
      [true, 'inForce'],
    ])
    const withdraw = (id: string, revision: number) =>
      unit.ask(`POST ${OF_U2}/${id}/withdraw`, { body: { reason: '已调离', revision } })
    expect((await withdraw(made.id, again.revision)).body).toMatchObject({ code: 'debriefHeldAlready' })
    const renamed = { ...PERSON, branch: '机关第一党支部', revision: 1 }
    expect((await unit.ask(`PUT ${OF_U2}/${other.id}`, { body: renamed })).body).toMatchObject({
      code: 'debriefTwin',
    })
    expect((await withdraw(other.id, 1)).status).toBe(200)
    expect((await people(committee)).map(({ id }) => id)).toEqual([made.id])
    expect(await people(stranger)).toEqual([])
  })

  test('ledgerEntryOfDebrief: an entry of a debrief is corrected there; withdrawn, the debrief counts as not held; one of two who do both at once wins', async () => {
    ledger = await openALedger(await open())
    const { unit, colleague } = ledger
    const planned = { ...PERSON, membersOn: '2018-12-20' }
    const made = (await unit.ask(`POST ${OF_U2}`, { body: planned })).body as never as Shown
    const hold = (who: Visitor, revision: number) =>
      who.ask(`POST ${OF_U2}/${made.id}/hold`, { body: held(revision) })
    // Before its planned day, which it may be.
    const first = (await hold(unit, 1)).body as never as Shown
    expect(first.members).toMatchObject({ standing: 'held', plannedOn: '2018-12-20', heldOn: '2018-12-12' })
    const at = `/api/years/2018/units/U2/entries/${first.members.entry}`
    const other = { ...MEETING, reason: '日期有误' }
    expect((await unit.ask(`POST ${at}/correct`, { body: other })).body).toMatchObject({
      code: 'ledgerEntryOfDebrief',
    })
    const both = await Promise.all([
      unit.ask(`POST ${at}/withdraw`, { body: { reason: '没有举行' } }),
      hold(colleague, 2),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [now] = await people(unit)
    const entries = (await unit.ask('GET /api/years/2018/units/U2/entries')).body['entries'] as never as {
      id: string
      state: string
    }[]
    const standing = entries.filter(({ state }) => state === 'inForce').map(({ id }) => id)
    expect(standing).toEqual(now!.members.entry === undefined ? [] : [now!.members.entry])
    if (now!.members.entry !== undefined)
      await unit.ask(`POST ${at.replace(first.members.entry!, now!.members.entry)}/withdraw`, {
        body: { reason: '没有举行' },
      })
    const [undone] = await people(unit)
    expect(undone!.members).toEqual({ plannedOn: '2018-12-20', standing: 'late' })
    const reason = { reason: '已调离', revision: undone!.revision }
    expect((await unit.ask(`POST ${OF_U2}/${made.id}/withdraw`, { body: reason })).status).toBe(200)
  })

  test('debriefNotAsked: R38 where one debrief before both is ruled, it alone is planned, awaited and counted', async () => {
    const rulings = scheme.rulings.map(one =>
      one.topic === 'dualDebriefs' ? { ...one, answer: 'together' as const } : one,
    )
    ledger = await openALedger(await open(), {}, undefined, rulings)
    const { unit, committee } = ledger
    const made = (await unit.ask(`POST ${OF_U2}`, { body: { ...PERSON, togetherOn: '2018-12-10' } }))
      .body as never as Shown
    expect(made).toMatchObject({ standing: 'late', members: { standing: 'unplanned' } })
    const hold = (body: object) => unit.ask(`POST ${OF_U2}/${made.id}/hold`, { body })
    expect((await hold(held(1))).body).toMatchObject({ code: 'debriefNotAsked' })
    const counted = async () => {
      const { counters } = (await committee.ask('GET /api/years/2018/ledger/counted')).body as never as {
        counters: readonly { counter: string; now: { count: number } }[]
      }
      return counters.find(({ counter }) => counter === 'undebriefed')!.now.count
    }
    expect(await counted()).toBe(1)
    expect((await hold(held(1, { side: 'together' }))).body).toMatchObject({
      standing: 'held',
      together: { marks: [15, 5, 2, 0] },
    })
    expect(await counted()).toBe(0)
    const template = [
      ['姓名', '职务', '所在党组织', '计划向上级和党员述职'],
      ['王某', '专职副书记', '机关党委', '2018-12-28'],
    ]
    await ledger.send(`${OF_U2}/workbook`, template, unit, { step: 'write' })
    expect((await unit.ask('GET /api/years/2018/debriefs')).body).toMatchObject({
      sides: ['together'],
      people: [{ together: { plannedOn: '2018-12-28' }, standing: 'planned' }, { standing: 'held' }],
    })
  })

  way('the secretary of the group records the guidance; the unit itself cannot', async () => {
    ledger = await openALedger(await open())
    const { unit, office } = ledger
    const made = (await unit.ask(`POST ${OF_U2}`, { body: PERSON })).body as never as Shown
    const secretary = await office.someone('shuji', [{ role: 'secretary', unit: 'U2' }])
    const guide = (who: Visitor) =>
      who.ask(`POST ${OF_U2}/${made.id}/guidance`, {
        body: { guidance: '到会点评，提出三条意见', revision: 1 },
      })
    expect((await guide(unit)).status).toBe(403)
    expect((await guide(secretary)).body).toMatchObject({ guidance: '到会点评，提出三条意见', revision: 2 })
    expect((await secretary.ask(`POST ${OF_U2}`, { body: PERSON })).status).toBe(403)
  })

  way(
    'a list is imported whole or not at all; somebody listed already or twice is refused with the row',
    async () => {
      ledger = await openALedger(await open())
      const rows = (...more: readonly (readonly string[])[]) => [
        ['姓名', '职务', '所在党组织', '计划向党员述职'],
        ['张某', '党支部书记', '第一支部', '2018-12-20'],
        ...more,
      ]
      const send = (step: string, sent: readonly (readonly string[])[]) =>
        ledger.send(`${OF_U2}/workbook`, sent, ledger.unit, { step })
      const wrong = await send(
        'check',
        rows(['张某', '党支部书记', '第一支部', ''], ['王某', '主任', '第二支部', '']),
      )
      expect(wrong.body).toMatchObject({ refused: [{ row: 3 }, { row: 4, column: '职务' }] })
      expect((await send('write', rows(['王某', '专职副书记', '机关党委', '']))).body).toMatchObject({
        written: 2,
      })
      expect((await send('check', rows())).body).toMatchObject({ refused: [{ row: 2 }] })
      expect(await people(ledger.unit)).toMatchObject([
        { name: '张某', members: { plannedOn: '2018-12-20' }, standing: 'late' },
        { name: '王某', post: 'deputy', standing: 'unplanned' },
      ])
    },
  )
})

describeOnEachDatabase('附件 一.4, 八 what the ledger counts from other records', open => {
  test('open problems of last year and secretaries who have not debriefed become facts, replaced when counted anew', async () => {
    ledger = await openALedger(await open())
    const { committee, unit } = ledger
    await unit.ask(`POST ${OF_U2}`, { body: PERSON })
    const problem = async (body: object) =>
      (await committee.ask('POST /api/years/2018/units/U2/remedies', { body })).body['id'] as string
    await problem({ problem: '到期没有改', measure: '建账', deadline: '2018-06-30' })
    const blank = await problem({ problem: '没有措施', deadline: '2018-12-30' })
    // What a unit found itself is no problem of last year.
    await unit.ask('POST /api/years/2018/units/U2/remedies', {
      body: { problem: '自查的', deadline: '2018-01-01' },
    })
    const count = () => committee.ask('POST /api/years/2018/ledger/counted', { body: {}, key: randomUUID() })
    expect((await unit.ask('POST /api/years/2018/ledger/counted', { body: {} })).status).toBe(403)
    const told = async () => {
      const { checks } = (await committee.ask('GET /api/years/2018/seal-checks')).body as never as {
        checks: readonly { name: string; sentence: string }[]
      }
      return checks.find(({ name }) => name === '计入台账')?.sentence
    }
    expect(await told()).toMatch(/现有3项，台账已计0项，还没有计入/)
    expect((await count()).body).toEqual({ units: 1, count: 3 })
    expect(await told()).toBeUndefined()
    const facts = async () =>
      (await ledger.facts()).map(({ counter, period, count: times }) => [counter, period, times])
    expect(await facts()).toEqual([
      ['openProblem', '2018', 1],
      ['undebriefed', '2018', 1],
      ['unplannedProblem', '2018', 1],
    ])
    await unit.ask(`POST /api/years/2018/units/U2/remedies/${blank}`, {
      body: {
        measure: '专人负责',
        state: 'inHand',
        result: '',
        entries: [],
        deadline: '2018-12-30',
        revision: 1,
      },
    })
    const { counters } = (await committee.ask('GET /api/years/2018/ledger/counted')).body as never as {
      counters: readonly { counter: string; now: object; kept: object }[]
    }
    expect(counters.find(({ counter }) => counter === 'unplannedProblem')).toMatchObject({
      now: { units: 0, count: 0 },
      kept: { units: 1, count: 1 },
    })
    expect(await told()).toMatch(/现有2项，台账已计3项，计入后又有变动/)
    await count()
    expect((await facts()).map(([counter]) => counter)).toEqual(['openProblem', 'undebriefed'])
  })
})
