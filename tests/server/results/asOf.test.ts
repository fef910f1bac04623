import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../office.ts'
import { localDay } from '../../../src/server/platform/localDays.ts'
import { openEmpty } from '../databases.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { type Answered, type DemoYear, openDemoYear } from './aDemoYear.ts'

const RANKING = 'GET /api/years/:year/ranking'
const RESULT = 'GET /api/years/:year/units/:unit/result'
const CHANGES = 'GET /api/years/:year/changes'
const CONSEQUENCES = 'GET /api/years/:year/consequences'

let year: DemoYear
let unit: Visitor
let lowest: string

stepsOfOneWay()

beforeAll(async () => {
  year = await openDemoYear(await openEmpty('PGlite'), 40)
  const { rows } = await year.ask(year.committee, RANKING)
  lowest = rows.find(row => row.standing?.fromBottom === 1)!.unit
  unit = await year.office.someone('danwei', [{ role: 'unit', unit: lowest }])
})

afterAll(() => year.office.close())

/** The ranking and one unit's result without what tells the moment of the question. */
async function seen(who: Visitor, asOf?: string) {
  const query: Record<string, string> = asOf === undefined ? {} : { asOf }
  const params = { unit: lowest }
  const plain = ({ revision: _revision, asOf: _asOf, ...rest }: { revision: number; asOf?: string }) => rest
  const refused = await year.refused(who, RESULT, { params, query })
  if (refused !== undefined) return refused
  const result = plain(await year.ask(who, RESULT, { params, query }))
  const consequences = await consequencesOf(who, query)
  if (who === unit) return { result, consequences }
  return { result, consequences, ranking: plain(await year.ask(who, RANKING, { query })) }
}

/** The consequences without what follows a notice, which is of now alone. */
async function consequencesOf(who: Visitor, query: Readonly<Record<string, string>>) {
  const list = await year.ask(who, CONSEQUENCES, { query })
  const { asOf: _asOf, mayServe: _mayServe, whyNot: _whyNot, rows, ...rest } = list
  const kept = rows.map(
    ({ standing: _s, followUp: _f, leader: _l, overdueSince: _o, unitKind: _k, ...row }) => row,
  )
  return { ...rest, rows: kept }
}

/** What a results file computes from: of now, or of the end of a day. */
async function exported(asOf?: string): Promise<unknown> {
  const file = await year.fetch(year.committee, { kind: 'results', asOf })
  const { hashes, results } = JSON.parse(file.toString()) as Record<'hashes' | 'results', object>
  // The hash of the whole covers the day that the file says it is of.
  return { hashes: { ...hashes, results: undefined }, results }
}

const days: {
  readonly day: string
  readonly committee: unknown
  readonly unit: unknown
}[] = []

/** Files of three days as they were made then: before the seal, and of it. */
const files = new Map<number, unknown>()

/** Notes what is seen at the end of this day, and lets the next one begin. */
async function endDay(): Promise<void> {
  const day = localDay(year.office.context.now())
  if ([1, 2, CHANGED.length].includes(days.length)) files.set(days.length, await exported())
  days.push({ day, committee: await seen(year.committee), unit: await seen(unit) })
  year.office.forward(24 * 60)
  await year.committee.signIn('kaohe')
  await year.leading.signIn('lingdao')
  await unit.signIn('danwei')
}

/** Serves a notice of the first consequence of the lowest unit, or replies to it. */
async function serve(what: 'notice' | 'reply', body: object): Promise<void> {
  const { rows } = await year.ask(year.committee, CONSEQUENCES)
  const { rule } = rows.find(row => row.unit === lowest)!
  const route = `POST /api/years/:year/units/:unit/consequences/:rule/${what}` as const
  await year.ask(year.committee, route, { params: { unit: lowest, rule }, body })
}

/** One change a day: what it does, and what the trail says of it. */
const CHANGED: readonly (readonly [said: string, change: () => Promise<unknown>])[] = [
  [
    '年度考核',
    () => {
      const body = { unit: lowest, annualGrade: 'excellent' }
      return year.ask(year.committee, 'POST /api/years/:year/facts', {
        body: { fact: { kind: 'annualGrades', body } },
      })
    },
  ],
  [
    '录错单位',
    async () => {
      const query = { kind: 'findings', unit: lowest }
      const { facts } = await year.ask(year.committee, 'GET /api/years/:year/facts', { query })
      const [{ id, revision }] = facts as unknown as readonly [{ id: string; revision: number }]
      await year.ask(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', {
        params: { fact: id },
        body: { revision, reason: '录错单位' },
      })
    },
  ],
  [
    '改名',
    async () => {
      const params = { unit: lowest }
      const { revision } = await year.ask(year.committee, 'GET /api/years/:year/roster/:unit', { params })
      const body = { revision, name: '更名后的单位', on: '2018-12-20' }
      await year.ask(year.committee, 'POST /api/years/:year/roster/:unit/name', { params, body })
    },
  ],
  ['封存', () => year.seal()],
  [
    '公布',
    async () => {
      const judged = { params: { number: 1 }, body: { opinion: '同意' } }
      await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', judged)
      await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })
    },
  ],
  ['送达', () => serve('notice', { to: '党组书记', servedOn: '2018-12-24' })],
  ['回复', () => serve('reply', { reply: '诚恳接受', revision: 1 })],
  [
    '更正',
    async () => {
      const body = { seal: 1, reason: '一条核查情况录错单位' }
      await year.ask(year.committee, 'POST /api/years/:year/corrections', { body })
      const fact = { kind: 'annualGrades', body: { unit: 'SF001', annualGrade: 'excellent' } }
      await year.ask(year.committee, 'POST /api/years/:year/facts', { body: { fact } })
    },
  ],
  ['封存', () => year.seal()],
]

test('as of the end of each day, committee and unit see what they saw then, though all has changed since', async () => {
  await endDay()
  for (const [, change] of CHANGED) {
    await change()
    await endDay()
  }
  const said = new Set(days.map(({ committee }) => JSON.stringify(committee)))
  expect(said.size).toBe(days.length)
  for (const { day, committee } of days)
    expect([day, await seen(year.committee, day)]).toEqual([day, committee])
  expect(days.map(one => (typeof one.unit === 'string' ? one.unit : 'seen'))).toEqual([
    'notReleased',
    'notReleased',
    'notReleased',
    'notReleased',
    'notReleased',
    ...Array.from({ length: 5 }, () => 'seen'),
  ])
  for (const { day, unit: own } of days) expect([day, await seen(unit, day)]).toEqual([day, own])
  expect([...files.keys()]).toEqual([1, 2, days.length - 1])
  for (const [at, file] of files) expect([at, await exported(days[at]!.day)]).toEqual([at, file])
  const workbook = await year.fetch(year.committee, { kind: 'workbook', asOf: days[1]!.day })
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  const today = localDay(year.office.context.now())
  expect(await seen(year.committee, today)).toEqual(await seen(year.committee))
})

test('what changed between two days is named with the line of the trail and its reason', async () => {
  // What follows the seal changes no figure, and is not listed as a change of the year.
  for (const [at, [said]] of CHANGED.entries()) {
    if (said === '送达' || said === '回复') continue
    const query = { from: days[at]!.day, to: days[at + 1]!.day }
    const { lines, total }: Answered<typeof CHANGES> = await year.ask(year.committee, CHANGES, { query })
    expect(total).toBe(lines.length)
    expect(lines.map(({ sentence }) => sentence).join()).toContain(said)
  }
  const query = { from: days[1]!.day, to: days[2]!.day }
  const { lines, comparison } = await year.ask(year.committee, CHANGES, { query })
  expect(lines).toMatchObject([{ entered: 0, withdrawn: 1, roster: 0, by: 'kaohe' }])
  expect(comparison!.movements.map(one => one.unit)).toContain(lowest)
})

test('dayAhead, dayNotKept, daysReversed: a day to come, one before this year was kept, and two days in the wrong order', async () => {
  const ask = (query: Readonly<Record<string, string>>, route: typeof RANKING | typeof CHANGES = RANKING) =>
    year.refused(year.committee, route, { query })
  expect(await ask({ asOf: '2999-01-01' })).toBe('dayAhead')
  expect(await ask({ asOf: '2018-01-14' })).toBe('dayNotKept')
  expect(await ask({ asOf: '2018-01-15' })).toBeUndefined()
  expect(await ask({ asOf: '12-21' })).toBe('inputInvalid')
  expect(await ask({ from: days[1]!.day, to: days[0]!.day }, CHANGES)).toBe('daysReversed')
  // A range that begins before the first day that is kept is refused with that day; one that begins on it is answered.
  const across = await year.committee.ask('GET /api/years/2018/changes?from=2018-01-14&to=2018-12-05')
  expect(across.body).toMatchObject({ code: 'dayNotKept', message: expect.stringContaining('2018年1月15日') })
  const { lines } = await year.ask(year.committee, CHANGES, {
    query: { from: '2018-01-15', to: '2018-12-10' },
  })
  expect(lines.map(({ sentence }) => sentence)).toEqual([
    '装入演示年度的核查场次、核查情况、知识测试',
    '装入演示年度的民意调查',
  ])
  expect(await year.refused(unit, CHANGES, { query: { from: days[0]!.day, to: days[1]!.day } })).toBe(
    'notAllowed',
  )
})

test('ballots and survey of the demo year enter on one day each: the evening before nobody has their points, that evening everybody has', async () => {
  const scored = async (component: string, asOf: string) => {
    const { rows, components } = await year.ask(year.committee, RANKING, { query: { asOf } })
    const at = components.findIndex(({ id }) => id === component)
    return rows.filter(row => row.components[at]!.points !== undefined).length
  }
  for (const [component, before, day] of [
    ['survey', '2018-12-04', '2018-12-05'],
    ['debrief', '2018-12-19', '2018-12-20'],
  ] as const) {
    const after = await scored(component, '2018-12-22')
    expect(after).toBeGreaterThan(30)
    expect([await scored(component, before), await scored(component, day)]).toEqual([0, after])
  }
})

test('a past day holds what was written on it after the present was last read', async () => {
  const own = await openDemoYear(await openEmpty('PGlite'), 24)
  try {
    const { rows } = await own.ask(own.committee, RANKING)
    const ofLowest = { unit: rows.find(row => row.standing?.fromBottom === 1)!.unit }
    const fact = { kind: 'annualGrades', body: { ...ofLowest, annualGrade: 'excellent' } } as const
    const before = await own.ask(own.committee, RESULT, { params: ofLowest })
    await own.ask(own.committee, 'POST /api/years/:year/facts', { body: { fact } })
    const day = localDay(own.office.context.now())
    own.office.forward(24 * 60)
    await own.committee.signIn('kaohe')
    const then = await own.ask(own.committee, RESULT, { params: ofLowest, query: { asOf: day } })
    const now = await own.ask(own.committee, RESULT, { params: ofLowest })
    const plain = ({ revision: _revision, asOf: _asOf, ...rest }: typeof now & { asOf?: string }) => rest
    expect(plain(then)).toEqual(plain(now))
    expect(plain(then)).not.toEqual(plain(before))
  } finally {
    await own.office.close()
  }
})
