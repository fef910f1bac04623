import { expect, test } from 'vitest'
import {
  add,
  atLeast,
  atMost,
  isPoints,
  less,
  NO_POINTS,
  points,
  printPoints,
  sum,
  times,
  toDecimal,
} from './points.ts'

test('a decimal becomes whole thousandths and comes back', () => {
  expect([points(4.5), points(0.001), points(-3), points(-0), toDecimal(points(0.125))]).toEqual([
    4500, 1, -3000, 0, 0.125,
  ])
  expect(Object.is(points(-0), 0)).toBe(true)
})

test('more than three decimals, or too large, is a bug', () => {
  expect(() => points(0.0005)).toThrow(RangeError)
  expect(() => points(Number.NaN)).toThrow(RangeError)
  expect(() => points(1e15)).toThrow(RangeError)
})

test('binary neighbours of a decimal are that decimal', () => {
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
])('%s is written %s', (decimal, text) => {
  expect(printPoints(points(decimal))).toBe(text)
})

test('sums, differences, multiples and holds', () => {
  const [two, three] = [points(2), points(3)]
  expect([add(two, three), less(two, three), sum([two, three, two]), times(three, 4), sum([])]).toEqual([
    5000, -1000, 7000, 12000, 0,
  ])
  expect([atLeast(NO_POINTS, points(-1)), atLeast(NO_POINTS, two), atLeast(two, two)]).toEqual([
    0, 2000, 2000,
  ])
  expect([atMost(two, three), atMost(three, two), atMost(two, two)]).toEqual([2000, 2000, 2000])
})
