import { expect, test } from 'vitest'
import { add, isPoints, less, points, printPoints, sum, toDecimal } from './points.ts'

test('a decimal converts to whole thousandths and back', () => {
  expect([points(4.5), points(0.001), points(-3), points(-0), toDecimal(points(0.125))]).toEqual([
    4500, 1, -3000, 0, 0.125,
  ])
  expect(Object.is(points(-0), 0)).toBe(true)
})

test('a decimal with more than three places or out of range throws a RangeError', () => {
  expect(() => points(0.0005)).toThrow(RangeError)
  expect(() => points(Number.NaN)).toThrow(RangeError)
  expect(() => points(1e15)).toThrow(RangeError)
})

test('decimals with a binary rounding error convert exactly', () => {
  expect([points(0.1 + 0.2), points(1.005), points(88.35)]).toEqual([300, 1005, 88350])
})

test.each([
  [0.125, true],
  [0.1 + 0.2, true],
  [0.0004, false],
  [Number.POSITIVE_INFINITY, false],
  [Number.NaN, false],
  [1e15, false],
])('isPoints %s', (decimal, wanted) => {
  expect(isPoints(decimal)).toBe(wanted)
})

test.each([
  [0, '0.00'],
  [4.5, '4.50'],
  [0.125, '0.125'],
  [-3, '-3.00'],
  [-0.005, '-0.005'],
  [1234.01, '1234.01'],
  [0.05, '0.05'],
])('%s prints as %s', (decimal, text) => {
  expect(printPoints(points(decimal))).toBe(text)
})

test('sums and differences are exact', () => {
  const [two, three] = [points(2), points(3)]
  expect([add(two, three), less(two, three), sum([two, three, two]), sum([])]).toEqual([5000, -1000, 7000, 0])
})
