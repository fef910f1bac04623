import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from '../../../../tests/properties/runs.ts'
import { allPeriodsOf, isCoarser } from '../../kernel/calendar.ts'
import { countInLedger, shortfallInLedger } from './ledgerCounts.ts'

const entries = (...list: readonly (readonly [period: string, count: number])[]) =>
  list.map(([period, count]) => ({ unit: 'u', counter: 'c', period, count }))
const perQuarter = { counter: 'c', required: 1, per: 'quarter' } as const
const perMonth = { counter: 'c', required: 2, per: 'month' } as const
const perYear = { counter: 'c', required: 5, per: 'year' } as const

describe('四（一） counts', () => {
  const ledger = entries(['2018-01', 1], ['2018-06', 2], ['2018-Q3', 4], ['2018', 8])

  test('counts of the whole year', () => {
    expect(countInLedger(ledger)).toBe(15)
    expect(countInLedger([])).toBe(0)
  })

  test.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
  ] as const)(
    'counts of quarter %s alone; entries for the whole year belong to the last quarter',
    (quarter, wanted) => {
      expect(countInLedger(ledger, quarter)).toBe(wanted)
    },
  )
})

describe('附件 三.3 shortfalls', () => {
  test('a quarterly requirement is compared quarter by quarter', () => {
    const ledger = entries(['2018-Q1', 3], ['2018-08', 1])
    expect(shortfallInLedger(ledger, perQuarter)).toBe(2)
    expect(([1, 2, 3, 4] as const).map(quarter => shortfallInLedger(ledger, perQuarter, quarter))).toEqual([
      0, 1, 0, 1,
    ])
  })

  test('a monthly requirement is compared month by month, in the quarter that holds the month', () => {
    const ledger = entries(
      ['2018-01', 2],
      ['2018-02', 1],
      ['2018-03', 5],
      ['2018-04', 2],
      ['2018-05', 2],
      ['2018-06', 2],
      ['2018-12', 2],
    )
    expect(shortfallInLedger(ledger, perMonth)).toBe(1 + 0 + 6 + 4)
    expect(([1, 2, 3, 4] as const).map(quarter => shortfallInLedger(ledger, perMonth, quarter))).toEqual([
      1, 0, 6, 4,
    ])
  })

  test('a yearly requirement is due in the last quarter', () => {
    const ledger = entries(['2018-02', 1], ['2018-11', 1])
    expect(shortfallInLedger(ledger, perYear)).toBe(3)
    expect(([1, 2, 3, 4] as const).map(quarter => shortfallInLedger(ledger, perYear, quarter))).toEqual([
      0, 0, 0, 3,
    ])
  })

  test('an entry coarser than the requirement fills only what lacks within its own period', () => {
    expect(shortfallInLedger(entries(['2018-01', 9], ['2018-Q2', 3]), perMonth)).toBe(24 - 2 - 3)
    expect(shortfallInLedger(entries(['2018', 3]), perQuarter)).toBe(1)
    expect(shortfallInLedger(entries(['2018', 9]), perQuarter)).toBe(0)
    expect(shortfallInLedger(entries(['2018-Q1', 1], ['2018', 2]), perQuarter)).toBe(1)
  })

  test('an entry of nothing done changes nothing, whatever its period', () => {
    const inJanuary = entries(['2018-01', 12])
    expect(shortfallInLedger(inJanuary, { ...perMonth, required: 1 })).toBe(11)
    for (const period of ['2018', '2018-Q1', '2018-Q2', '2018-07'])
      expect(shortfallInLedger([...inJanuary, ...entries([period, 0])], { ...perMonth, required: 1 })).toBe(
        11,
      )
  })

  test('a full quarter does not make good empty ones', () => {
    const once = { ...perMonth, required: 1 }
    expect(shortfallInLedger(entries(['2018-Q1', 12], ['2018-Q2', 0]), once)).toBe(9)
    expect(shortfallInLedger(entries(['2018', 4], ['2018-Q1', 2], ['2018-02', 1]), once)).toBe(12 - 7)
  })

  test('two entries of one period add up', () => {
    expect(
      shortfallInLedger(entries(['2018-Q1', 1], ['2018-02', 1], ['2018-Q2', 1]), {
        ...perQuarter,
        required: 2,
      }),
    ).toBe(0 + 1 + 2 + 2)
  })

  test('more entries never raise a shortfall, quarters add up to the year, and order does not count', () => {
    const period = fc.constantFrom(...allPeriodsOf(2018))
    const some = fc.array(fc.tuple(period, fc.integer({ min: 0, max: 6 })), { maxLength: 12 })
    const requirement = fc.constantFrom(perQuarter, perMonth, perYear)
    fc.assert(
      fc.property(some, some, requirement, (list, more, asked) => {
        const short = shortfallInLedger(entries(...list), asked)
        expect(shortfallInLedger(entries(...list, ...more), asked)).toBeLessThanOrEqual(short)
        expect(shortfallInLedger(entries(...list.toReversed()), asked)).toBe(short)
        const byQuarter = ([1, 2, 3, 4] as const).map(one => shortfallInLedger(entries(...list), asked, one))
        expect(byQuarter.reduce((sum, one) => sum + one)).toBe(short)
        // What is known by the period of the duty is a bound that no coarser entry passes.
        const fine = list.filter(([one]) => !isCoarser(one, asked.per))
        const coarse = list.reduce((sum, [one, count]) => sum + (isCoarser(one, asked.per) ? count : 0), 0)
        expect(short).toBeGreaterThanOrEqual(shortfallInLedger(entries(...fine), asked) - coarse)
      }),
      RUNS,
    )
  })
})
