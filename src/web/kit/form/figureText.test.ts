import { expect, test } from 'vitest'
import { figureText } from './figureText.ts'

test.each([
  ['６', '6'],
  ['１２．５', '12.5'],
  ['12。5', '12.5'],
  ['－３', '-3'],
  [' 1,200 分', '1200'],
  ['', ''],
  [undefined, ''],
])('%s is taken as %s', (typed, figure) => {
  expect(figureText(typed)).toBe(figure)
})
