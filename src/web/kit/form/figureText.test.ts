import { expect, test } from 'vitest'
import { figureText } from './figureText.ts'

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
