import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '../../../../tests/properties/runs.ts'
import { anyScheme, schemes } from '../../../../tests/properties/schemes.ts'
import { fillTally, createTally, type TallyView } from '../../score/inspection/tally.ts'
import { tallyRow } from '../../score/inspection/rubricPoints.ts'
import { prepareScheme } from '../../score/prepareScheme.ts'
import type { LedgerCount } from '../facts/facts.ts'
import { NO_FACTS } from '../facts/unitFacts.ts'
import { periodsOf } from '../../kernel/calendar.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { duePeriods } from './duePeriods.ts'
import { forecastRows, type UnitLedger } from './forecastRows.ts'
import { shortfallInLedger } from './ledgerCounts.ts'
import { ledgerRowsOf, printRequirement, requirementOf } from './ledgerRules.ts'
import { askedCounters, forecastCounter, forecastUnit } from './unitForecast.ts'

const annex = schemes.find(scheme => scheme.counters.some(counter => counter.id === 'themedPartyDay'))!
const rows = ledgerRowsOf(annex, 'member')

const ledger = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>): UnitLedger =>
  new Map(
    Object.entries(counts).map(([counter, periods]) => [
      counter,
      Object.entries(periods).map(([period, count]): LedgerCount => ({ unit: 'u', counter, period, count })),
    ]),
  )

describe('四（一） deductions forecast from the ledger', () => {
  test('months that are over cost points now, the others at the end of the year', () => {
    const kept = ledger({ themedPartyDay: { '2018-01': 1, '2018-02': 1, '2018-05': 2 } })
    const of = (today: string) =>
      forecastRows(rows, kept, 2018, today).find(one => one.row.row.id === '四.1')!
    expect([of('2018-06-30').now, of('2018-06-30').atEnd]).toEqual([2000, 5000])
    expect(of('2018-07-01').now).toBe(3000)
    expect(of('2018-07-01').rules[0]).toMatchObject({ shortNow: 3, shortAtEnd: 9, atEnd: 9000 })
  })

  test('a counter without entries costs nothing by the ledger, and its possible cost is shown', () => {
    const row = forecastRows(rows, ledger({}), 2018, '2018-12-31').find(one => one.row.row.id === '一.1')!
    expect([row.now, row.atEnd, row.atRisk]).toEqual([0, 0, 4000])
  })

  test('the forecast of a counter has its periods, the shortfall and the next due period', () => {
    const requirement = requirementOf(rows, 'studyGroupSession')!
    expect(printRequirement(requirement)).toBe('每季度1次')
    const kept = ledger({ studyGroupSession: { '2018-Q1': 1, '2018-06': 1 } })
    const standing = forecastCounter('studyGroupSession', requirement, kept, 2018, '2018-08-02')
    expect(standing.periods.map(one => [one.period, one.done, one.due])).toEqual([
      ['2018-Q1', 1, 1],
      ['2018-Q2', 1, 1],
      ['2018-Q3', 0, 1],
      ['2018-Q4', 0, 1],
    ])
    expect(standing).toMatchObject({
      shortNow: 0,
      shortAtEnd: 2,
      next: { period: '2018-Q3', missing: 1, endsOn: '2018-09-30', days: 59 },
    })
    expect(forecastUnit(rows, kept, 2018, '2018-08-02')).toMatchObject({
      counters: 8,
      kept: 1,
      done: 2,
      due: 4 + 4 + 24 + 5 + 12 + 5 + 4 + 12,
      shortNow: 14 + 7 + 7,
      shortAtEnd: 4 + 2 + 24 + 5 + 12 + 5 + 4 + 12,
      lossNow: 0,
      lossAtEnd: 2000,
      next: { counter: expect.any(String), endsOn: '2018-08-31', days: 29 },
    })
  })

  test('faults recorded by others cost what the rule says, at once', () => {
    const row = forecastRows(rows, ledger({ lateReturn: { '2018-03': 2 } }), 2018, '2018-04-01').find(
      one => one.row.row.id === '四.4',
    )!
    expect([row.now, row.atEnd]).toEqual([2000, 2000])
  })

  test('the forecast of a unit covers all counters with a requirement', () => {
    expect(askedCounters(rows)).toHaveLength(8)
  })
})

const periods = (scheme: Scheme) =>
  fc.constantFrom(
    ...periodsOf(scheme.cycle, 'month'),
    ...periodsOf(scheme.cycle, 'quarter'),
    ...periodsOf(scheme.cycle, 'year'),
  )

const anyLedgerOf = (scheme: Scheme): fc.Arbitrary<readonly LedgerCount[]> =>
  scheme.counters.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({
          unit: fc.constant('u'),
          counter: fc.constantFrom(...scheme.counters.map(counter => counter.id)),
          period: periods(scheme),
          count: fc.integer({ min: 0, max: 6 }),
        }),
        { maxLength: 14 },
      )

describe('the forecast agrees with the engine', () => {
  test('at the end of the year each row loses what the engine takes by the ledger alone', () => {
    const cases = anyScheme.chain(scheme =>
      fc.tuple(fc.constant(scheme), anyLedgerOf(scheme), fc.constantFrom(...scheme.tiers)),
    )
    fc.assert(
      fc.property(cases, ([scheme, counts, { id: tier }]) => {
        const byCounter: UnitLedger = new Map(
          [...new Set(counts.map(one => one.counter))].map(counter => [
            counter,
            counts.filter(one => one.counter === counter),
          ]),
        )
        const found = forecastRows(
          ledgerRowsOf(scheme, tier),
          byCounter,
          scheme.cycle,
          `${scheme.cycle + 1}-01-01`,
        )
        const engine = engineLosses(scheme, tier, byCounter)
        expect(
          new Map(found.filter(one => one.atEnd !== 0).map(one => [one.row.row.id, one.atEnd as number])),
        ).toEqual(engine)
        expect(found.every(one => one.now === one.atEnd && one.atRisk >= one.atEnd)).toBe(true)
      }),
      RUNS,
    )
  })

  test('shortfalls by period add up to those of the engine', () => {
    const requirement = fc.record({
      counter: fc.constant('c'),
      required: fc.integer({ min: 1, max: 5 }),
      per: fc.constantFrom('year' as const, 'quarter' as const, 'month' as const),
    })
    const counts = fc.array(
      fc.record({
        unit: fc.constant('u'),
        counter: fc.constant('c'),
        period: periods(annex),
        count: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(counts, requirement, (list, one) => {
        const short = duePeriods(list, one, annex.cycle).reduce(
          (sum, { done, due }) => sum + Math.max(0, due - done),
          0,
        )
        expect(short).toBe(shortfallInLedger(list, one))
      }),
      RUNS,
    )
  })
})

/** What rows lose when the engine sees this ledger and nothing else, the year as one round. */
function engineLosses(scheme: Scheme, tier: string, byCounter: UnitLedger): ReadonlyMap<string, number> {
  const losses = new Map<string, number>()
  for (const { methods } of prepareScheme(scheme).components) {
    const method = methods.get(tier)
    if (method?.kind !== 'rubric') continue
    const { rubric, year } = method.terms
    const view: TallyView = { by: year.by, silent: year.silent }
    const tally = createTally(rubric)
    fillTally(tally, rubric, { ...NO_FACTS, ledger: byCounter }, view, 'drop')
    for (const own of tally.touchedRows.slice(0, tally.rowsTouched)) {
      const lost = own.row.row.base - tallyRow(rubric, own)
      if (lost > 0) losses.set(own.row.row.id, lost)
    }
  }
  return losses
}
