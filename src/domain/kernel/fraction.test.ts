import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '../../../tests/properties/runs.ts'
import { approximate, by, compareFractions, type Fraction, over, plus, ratio, whole } from './fraction.ts'
import { nearestThousandth, roundPoints } from './rounding.ts'

const parts = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }))
const fractions = parts.map(([num, den]) => ratio(num, den))

const big = ({ num, den }: Fraction) => [BigInt(num), BigInt(den)] as const
const same = (value: Fraction, num: bigint, den: bigint) => big(value)[0] * den === num * big(value)[1]

test('arithmetic equals big-integer arithmetic for parts of any size', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      const [[an, ad], [bn, bd], [cn, cd]] = [big(a), big(b), big(c)]
      expect(same(plus(a, b), an * bd + bn * ad, ad * bd)).toBe(true)
      expect(same(by(by(a, b), c), an * bn * cn, ad * bd * cd)).toBe(true)
      expect(Math.sign(compareFractions(a, b))).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0)
      if (bn !== 0n) expect(same(over(a, b), an * bd, ad * bn)).toBe(true)
    }),
    RUNS,
  )
})

test('the denominator stays positive', () => {
  for (const value of [ratio(1, -3), over(whole(1), whole(-3)), over(whole(-2), ratio(1, 7))]) {
    expect(value.den > 0).toBe(true)
  }
  expect(approximate(ratio(1, -4))).toBe(-0.25)
})

test('small values stay plain numbers', () => {
  const [half, third] = [ratio(1, 2), ratio(1, 3)]
  expect([plus(half, third), by(half, third), over(half, third), plus(half, half)]).toEqual([
    { num: 5, den: 6 },
    { num: 1, den: 6 },
    { num: 3, den: 2 },
    { num: 2, den: 2 },
  ])
  expect([
    compareFractions(half, third),
    compareFractions(third, half),
    compareFractions(half, ratio(2, 4)),
  ]).toEqual([1, -1, 0])
  expect([ratio(0, 5), ratio(3, 7), ratio(3, -7)]).toEqual([
    { num: 0, den: 5 },
    { num: 3, den: 7 },
    { num: -3, den: 7 },
  ])
})

test('sums and products just beyond the safe range are exact', () => {
  const most = Number.MAX_SAFE_INTEGER
  expect(plus(whole(most), whole(1))).toEqual({ num: BigInt(most) + 1n, den: 1 })
  expect(plus(whole(most - 1), whole(1))).toEqual({ num: most, den: 1 })
  expect(by(whole(most), whole(3))).toEqual({ num: BigInt(most) * 3n, den: 1 })
  expect(by(whole(-most), ratio(3, 6))).toEqual({ num: -most, den: 2 })
  expect(compareFractions(ratio(most, most - 1), ratio(most - 1, most))).toBe(1)
})

test('division by zero throws a RangeError', () => {
  expect(() => ratio(1, 0)).toThrow(RangeError)
  expect(() => over(whole(1), whole(0))).toThrow(RangeError)
  expect(() => over(whole(1), { num: 0n, den: 1n })).toThrow(RangeError)
})

test('many fractions add up exactly', () => {
  expect(compareFractions(Array.from({ length: 7 }, () => ratio(1, 7)).reduce(plus), whole(1))).toBe(0)
})

test('large values that shrink again return to plain numbers', () => {
  const huge = by(ratio(3e12, 7), ratio(7e9, 3e12))
  expect(huge).toEqual({ num: 1_000_000_000, den: 1 })
  expect(by({ num: 0n, den: 5n }, whole(3))).toEqual({ num: 0, den: 1 })
})

const TWO = { decimals: 2, half: 'up' } as const

test.each([
  ['R20 half up', ratio(88_345, 1), TWO, 88_350],
  ['just below a half', ratio(88_344_999, 1000), TWO, 88_340],
  ['just above a half', ratio(88_345_001, 1000), TWO, 88_350],
  ['a negative half goes away from zero', ratio(-15, 1), TWO, -20],
  ['a small negative is plain zero', ratio(-4, 1), TWO, 0],
  ['half even stays at the even neighbour', ratio(88_345, 1), { decimals: 2, half: 'even' }, 88_340],
  ['half even goes to the even neighbour', ratio(88_355, 1), { decimals: 2, half: 'even' }, 88_360],
  ['half even, negative', ratio(-15, 1), { decimals: 2, half: 'even' }, -20],
  ['even rule only at a half', ratio(88_346, 1), { decimals: 2, half: 'even' }, 88_350],
  ['no decimals', ratio(1500, 1), { decimals: 0, half: 'up' }, 2000],
  ['one decimal', ratio(1249, 1), { decimals: 1, half: 'up' }, 1200],
  ['three decimals of a third', ratio(1000, 3), { decimals: 3, half: 'up' }, 333],
  [
    'big integers, half up',
    { num: 10n ** 30n + 5n * 10n ** 26n, den: 10n ** 26n },
    { decimals: 2, half: 'up' },
    10_010,
  ],
  ['big integers, a true half', { num: 88_345n * 10n ** 20n, den: 10n ** 20n }, TWO, 88_350],
  [
    'big integers, a true half to even',
    { num: 88_345n * 10n ** 20n, den: 10n ** 20n },
    { decimals: 2, half: 'even' },
    88_340,
  ],
  [
    'big integers, half to the even above',
    { num: 88_355n * 10n ** 20n, den: 10n ** 20n },
    { decimals: 2, half: 'even' },
    88_360,
  ],
  [
    'a big part over a plain one',
    { num: 10n ** 18n + 5n, den: 10 },
    { decimals: 3, half: 'up' },
    100_000_000_000_000_000,
  ],
  ['a plain part over a big one', { num: 7, den: 10n ** 20n }, TWO, 0],
  ['big integers, negative', { num: -15n * 10n ** 20n, den: 10n ** 20n }, TWO, -20],
] as const)('rounding: %s', (_name, value, rounding, wanted) => {
  const rounded = roundPoints(value, rounding)
  expect(Object.is(rounded, wanted)).toBe(true)
})

test('plain and big parts agree when the denominator is large', () => {
  const large = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
  fc.assert(
    fc.property(
      large,
      fc.constantFrom(0, 1, 2, 3),
      fc.constantFrom('up', 'even'),
      ([num, den], decimals, half) => {
        const rounding = { decimals, half } as const
        expect(roundPoints({ num: BigInt(num), den: BigInt(den) }, rounding) + 0).toBe(
          roundPoints(ratio(num, den), rounding) + 0,
        )
      },
    ),
    RUNS,
  )
})

test('rounding of plain and of big parts agrees', () => {
  fc.assert(
    fc.property(
      parts,
      fc.constantFrom(0, 1, 2, 3),
      fc.constantFrom('up', 'even'),
      ([num, den], decimals, half) => {
        const rounding = { decimals, half } as const
        expect(roundPoints({ num: BigInt(num), den: BigInt(den) }, rounding) + 0).toBe(
          roundPoints(ratio(num, den), rounding) + 0,
        )
      },
    ),
    RUNS,
  )
})

test('a rounded value differs from the exact one by at most half a unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e5 }), (num, den) => {
      expect(Math.abs(roundPoints(ratio(num, den), TWO) - num / den)).toBeLessThanOrEqual(5 + 1e-6)
    }),
    RUNS,
  )
})

test('values round to the nearest thousandth for display', () => {
  expect([
    nearestThousandth(ratio(2, 3)),
    nearestThousandth(ratio(1, 2)),
    nearestThousandth(ratio(-1, 2)),
  ]).toEqual([1, 1, -1])
})
