import { expect, test } from 'vitest'
import { dice, startOf, throwBelow } from './dice.ts'

test('random numbers are the same on every machine', () => {
  const thrown = [
    dice(0, 0),
    dice(2018, 7),
    dice(-1, 4_000_000),
    startOf(2018, 0),
    startOf(2018, 4_699_999),
    throwBelow(5, 5, 10),
  ]
  expect(thrown).toEqual([301794027, 1932170334, 1796389418, 949196100, 420872847, 4])
})

test('random numbers of many units are spread evenly', () => {
  const counts = Array<number>(10).fill(0)
  for (let index = 0; index < 10_000; index++) counts[throwBelow(startOf(1, index), 0, 10)]! += 1
  expect(Math.min(...counts)).toBeGreaterThan(900)
  expect(Math.max(...counts)).toBeLessThan(1100)
})
