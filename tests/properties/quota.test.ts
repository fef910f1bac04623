import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotaCounts } from '../../src/domain/score/routine/quotaCounts.ts'
import { RUNS } from './runs.ts'

describe('三（二）1 R4 quota counts', () => {
  test.each([
    [7, [3, 5, 2], 'largestRemainder', [2, 4, 1]],
    [5, [3, 5, 2], 'largestRemainder', [1, 3, 1]],
    [1, [1, 1, 1, 1, 1], 'largestRemainder', [0, 0, 1, 0, 0]],
    [2, [1, 1, 1, 1, 1], 'largestRemainder', [0, 1, 1, 0, 0]],
    [3, [1, 1, 1, 1, 1], 'largestRemainder', [0, 1, 1, 1, 0]],
    [9, [3, 5, 2], 'atMostTop', [2, 5, 2]],
    [3, [1, 1], 'atMostTop', [1, 2]],
    [4, [9, 1], 'atMostTop', [3, 1]],
    [6, [3, 5, 2], 'atMostTop', [1, 4, 1]],
    [1, [1, 1, 1, 1], 'largestRemainder', [0, 1, 0, 0]],
    [3, [1, 1, 1, 1], 'largestRemainder', [1, 1, 1, 0]],
    [5, [9, 1], 'atMostTop', [4, 1]],
    [6, [3, 5, 2], 'atLeastBottom', [1, 3, 2]],
    [5, [3, 5, 2], 'halfUp', [2, 2, 1]],
    [10, [1, 1, 1, 1], 'halfUp', [3, 1, 3, 3]],
    [3, [1, 1, 1, 1], 'halfUp', [1, 0, 1, 1]],
  ] as const)('%s units at %j by %s: %j', (n, shares, rounding, wanted) => {
    expect(quotaCounts(n, shares, rounding).counts).toEqual(wanted)
  })

  const roundings = ['largestRemainder', 'atMostTop', 'atLeastBottom', 'halfUp'] as const

  test.each(roundings)(
    '3:5:2 by %s sums to n, is monotone and within one of the exact share for n = 1..500',
    rounding => {
      let before: readonly number[] = [0, 0, 0]
      for (let n = 1; n <= 500; n++) {
        const { counts, numerators, denominator } = quotaCounts(n, [3, 5, 2], rounding)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(n)
        counts.forEach((count, at) => {
          expect(count, `n=${n}`).toBeGreaterThanOrEqual(before[at]!)
          expect(Math.abs(count * denominator - numerators[at]!), `n=${n}`).toBeLessThanOrEqual(denominator)
        })
        if (rounding === 'largestRemainder')
          counts.forEach((count, at) => expect(Math.abs(count * 10 - numerators[at]!)).toBeLessThan(10))
        if (rounding === 'atMostTop') expect(counts[0]! * 10).toBeLessThanOrEqual(3 * n)
        if (rounding === 'atLeastBottom') expect(counts[2]! * 10).toBeGreaterThanOrEqual(2 * n)
        before = counts
      }
    },
  )

  test('any shares and any n sum to n, none negative; under largest remainder none exceeds its share by one or more', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 })
      .filter(list => list.some(share => share > 0))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        shares,
        fc.constantFrom(...roundings),
        (n, list, rounding) => {
          const { counts, numerators, denominator } = quotaCounts(n, list, rounding)
          expect(counts.reduce((a, b) => a + b, 0)).toBe(n)
          counts.forEach((count, at) => {
            expect(count).toBeGreaterThanOrEqual(0)
            if (rounding === 'largestRemainder')
              expect(Math.abs(count * denominator - numerators[at]!)).toBeLessThan(denominator)
          })
        },
      ),
      RUNS,
    )
  })
})
