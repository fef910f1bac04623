import { expect, test } from 'vitest'
import { printExact, printFigure, printShare, printSigned } from './printFigure.ts'

test('points have two decimals, and a third only where there is one', () => {
  expect([4.5, 0.125, -3, 0, -0].map(printFigure)).toEqual(['4.50', '0.125', '−3.00', '0.00', '0.00'])
})

test('an exact value has as many decimals as it needs, up to six', () => {
  expect([8.417, 39.5, 1 / 3].map(printExact)).toEqual(['8.417', '39.50', '0.333333'])
})

test('a difference carries its sign; zero has none', () => {
  expect([0.5, -0.5, 0, 0.0001].map(printSigned)).toEqual(['+0.50', '−0.50', '0.00', '0.00'])
})

test('a percentage has no more decimals than it needs', () => {
  expect([20, 12.5, 33.333].map(printShare)).toEqual(['20', '12.5', '33.333'])
})
