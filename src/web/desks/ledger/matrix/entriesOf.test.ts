import { expect, test } from 'vitest'
import { isWithin } from './entriesOf.ts'

test.each([
  ['2018-08', '2018-08', true],
  ['2018-08', '2018-Q3', true],
  ['2018-09', '2018-Q4', false],
  ['2018-12', '2018-Q4', true],
  ['2018-Q3', '2018-Q3', true],
  ['2018-Q3', '2018', true],
  ['2018-08', '2018', true],
  ['2017-08', '2018', false],
  ['2017-08', '2018-Q3', false],
  ['2018', '2018-Q1', false],
])('期间 %s within %s: %s', (period, around, within) => {
  expect(isWithin(period, around)).toBe(within)
})
