import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '../../../../tests/properties/runs.ts'
import { orderByScore } from './orderByScore.ts'

const column = (...values: number[]) => new Float64Array(values)

test('五（三） members only, highest score first', () => {
  const { order } = orderByScore([0, 2, 3], [column(5, 99, 7, 6)])
  expect([...order]).toEqual([2, 3, 0])
})

test('R9 ties are broken by the next columns in turn, and the deciding column is reported', () => {
  const { order, tied, parted } = orderByScore(
    [0, 1, 2, 3, 4],
    [column(5, 5, 5, 4, 5), column(1, 2, 2, 9, 2), column(0, 3, 4, 0, 3)],
  )
  expect([...order]).toEqual([2, 1, 4, 0, 3])
  expect([...parted]).toEqual([0, 2, -1, 1, 0])
  expect([...tied]).toEqual([0, 0, 1, 0, 0])
})

test('R9 without further columns a tie keeps the order of the members', () => {
  const { order, tied } = orderByScore([3, 1, 0], [column(4, 4, 4, 4)])
  expect([...order]).toEqual([3, 1, 0])
  expect([...tied]).toEqual([0, 1, 1])
})

test('no members, and all members at zero', () => {
  expect([...orderByScore([], [column()]).order]).toEqual([])
  expect([...orderByScore([0, 1], [column(0, 0), column(0, 1)]).order]).toEqual([1, 0])
})

test('the order equals a plain comparison of all columns, missing marks last', () => {
  const score = fc.integer({ min: 0, max: 3 }).map(value => value * 1000)
  const rows = fc.array(fc.tuple(score, fc.oneof(score, fc.constant(Number.NEGATIVE_INFINITY)), score), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(rows, list => {
      const columns = [0, 1, 2].map(at => new Float64Array(list.map(row => row[at]!)))
      const members = list.map((_, at) => at)
      const wanted = members.toSorted(
        (a, b) =>
          columns.map(one => (one[a]! === one[b]! ? 0 : one[b]! - one[a]!)).find(gap => gap !== 0) ?? a - b,
      )
      expect([...orderByScore(members, columns).order]).toEqual(wanted)
    }),
    RUNS,
  )
})

test('a hundred thousand units at a million thousandths pack exactly', () => {
  const size = 100_000
  const scores = new Float64Array(size).map((_, at) => (at * 7919) % 1_000_001)
  const { order } = orderByScore(
    scores.map((_, at) => at),
    [scores],
  )
  for (let at = 1; at < size; at++) expect(scores[order[at - 1]!]! >= scores[order[at]!]!).toBe(true)
})
