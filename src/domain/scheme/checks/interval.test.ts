import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, intervalOf, isEmpty, overlapOf, remainderOf } from './interval.ts'
import { sized } from '../../../../tests/longRun.ts'

// Half steps between whole ends: whatever an interval of whole ends holds shows on this grid.
const GRID = Array.from({ length: 41 }, (_, at) => at / 2 - 5)

const intervals = fc.record({
  from: fc.integer({ min: 0, max: 10 }),
  to: fc.integer({ min: 0, max: 10 }),
  fromOpen: fc.boolean(),
  toOpen: fc.boolean(),
})

function holds({ from, to, fromOpen, toOpen }: Interval, value: number): boolean {
  return (fromOpen ? value > from : value >= from) && (toOpen ? value < to : value <= to)
}

test('a band is closed below and open above by default; a missing side is unbounded', () => {
  expect(intervalOf({ from: 1, to: 2 })).toEqual({ from: 1, fromOpen: false, to: 2, toOpen: true })
  expect(intervalOf({ from: 1, to: 2, fromOpen: true, toClosed: true })).toEqual({
    from: 1,
    fromOpen: true,
    to: 2,
    toOpen: false,
  })
  expect(intervalOf({})).toEqual({ from: -Infinity, fromOpen: true, to: Infinity, toOpen: true })
})

test('an interval is empty if it contains no value', () => {
  fc.assert(
    fc.property(intervals, one => {
      expect(isEmpty(one)).toBe(!GRID.some(value => holds(one, value)))
    }),
    { numRuns: sized(1000, 100) },
  )
})

test('the overlap contains what both intervals contain', () => {
  fc.assert(
    fc.property(intervals, intervals, (one, other) => {
      const both = overlapOf(one, other)
      for (const value of GRID) expect(holds(both, value)).toBe(holds(one, value) && holds(other, value))
    }),
    { numRuns: sized(1000, 100) },
  )
})

test('the remainder contains the whole without the intervals taken', () => {
  fc.assert(
    fc.property(intervals, fc.array(intervals, { maxLength: 4 }), (whole, taken) => {
      const left = remainderOf(whole, taken)
      for (const value of GRID) {
        expect(left.some(piece => holds(piece, value))).toBe(
          holds(whole, value) && !taken.some(one => holds(one, value)),
        )
      }
      expect(left.some(isEmpty)).toBe(false)
    }),
    { numRuns: sized(1000, 100) },
  )
})
