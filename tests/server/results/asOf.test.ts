import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../office.ts'
import { localDay } from '../../../src/server/platform/localDays.ts'
import { openEmpty } from '../databases.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { type Answered, type DemoYear, openDemoYear } from './aDemoYear.ts'

const RANKING = 'GET /api/years/:year/ranking'
const RESULT = 'GET /api/years/:year/units/:unit/result'
const CHANGES = 'GET /api/years/:year/changes'

let year: DemoYear
let unit: Visitor
let lowest: string

stepsOfOneWay()

beforeAll(async () => {
  year = await openDemoYear(await openEmpty('PGlite'), 48)
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
  return who === unit ? result : { result, ranking: plain(await year.ask(who, RANKING, { query })) }
}

const days: { readonly day: string; readonly committee: unknown; readonly unit: unknown }[] = []

/** Notes what is seen at the end of this day, and lets the next one begin. */
async function endDay(): Promise<void> {
  const day = localDay(year.office.context.now())
  days.push({ day, committee: await seen(year.committee), unit: await seen(unit) })
  year.office.forward(24 * 60)
  await year.committee.signIn('kaohe')
  await year.leading.signIn('lingdao')
  await unit.signIn('danwei')
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
    'seen',
    'seen',
    'seen',
  ])
  for (const { day, unit: own } of days) expect([day, await seen(unit, day)]).toEqual([day, own])
  const today = localDay(year.office.context.now())
  expect(await seen(year.committee, today)).toEqual(await seen(year.committee))
})

test('what changed between two days is named with the line of the trail and its reason', async () => {
  for (const [at, [said]] of CHANGED.entries()) {
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
  expect(await ask({ asOf: '2018-12-21' })).toBe('dayNotKept')
  expect(await ask({ asOf: '12-21' })).toBe('inputInvalid')
  expect(await ask({ from: days[1]!.day, to: days[0]!.day }, CHANGES)).toBe('daysReversed')
  expect(await ask({ from: '2018-12-21', to: days[0]!.day }, CHANGES)).toBe('dayNotKept')
  expect(await year.refused(unit, CHANGES, { query: { from: days[0]!.day, to: days[1]!.day } })).toBe(
    'notAllowed',
  )
})
