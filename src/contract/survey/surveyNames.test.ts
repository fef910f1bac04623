import { expect, test } from 'vitest'
import { printStanding } from './surveyNames.ts'

test('a standing is told by the end that is nearer, and nobody stands in the first 0%', () => {
  expect([1, 0.89, 0.5, 0.49, 0.1, 0].map(printStanding)).toEqual([
    '前1%',
    '前11%',
    '前50%',
    '后49%',
    '后10%',
    '后1%',
  ])
})
