import { expect, test } from 'vitest'
import { changedFigure, figureText } from './figureText.ts'

test.each([
  ['６', '6'],
  ['１２．５', '12.5'],
  ['12。5', '12.5'],
  ['－３', '-3'],
  [' 1,200 分', '1200'],
  ['50%', '50'],
  ['', ''],
  [undefined, ''],
])('%s is taken as %s', (typed, figure) => {
  expect(figureText(typed)).toBe(figure)
})

test.each(['一百', '5到8', '2018〕5号', '1.2.3', 'abc', '第5号'])('%s is no figure', typed => {
  expect(Number(figureText(typed))).toBeNaN()
})

const COUNT = { min: 0, max: 2000, precision: 0 }
test.each([
  ['5000', COUNT, '“5000”不在0到2000之间，已改为2000；请核对'],
  ['2.6', COUNT, '“2.6”不是整数，已改为3；请核对'],
  ['２０', COUNT, undefined],
  ['', COUNT, undefined],
  ['一百', COUNT, undefined],
  ['33.333', { min: 0, max: 100, precision: 2 }, undefined],
])('%s within %o', (typed, limits, said) => {
  expect(changedFigure(typed, limits)).toBe(said)
})
