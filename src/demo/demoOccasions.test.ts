import { expect, test } from 'vitest'
import { demoOccasions } from './demoOccasions.ts'

test('has as many records as the counts, never two of one unit on one occasion', () => {
  const counts = [
    { unit: '甲', counter: 'absent', period: '2018-03', count: 2 },
    { unit: '甲', counter: 'deputy', period: '2018-03', count: 1 },
    { unit: '乙', counter: 'absent', period: '2018-03', count: 1 },
    { unit: '乙', counter: 'late', period: '2018-12', count: 0 },
    { unit: '乙', counter: 'late', period: '2018-05', count: 1 },
  ]
  const occasions = demoOccasions(counts, counter => counter !== 'late')
  expect(
    occasions.map(({ kind, heldOn, records }) => [
      kind,
      heldOn,
      records.map(({ unit, counter }) => `${unit}${counter}`),
    ]),
  ).toEqual([
    ['meeting', '2018-03-06', ['甲absent', '乙absent']],
    ['meeting', '2018-03-11', ['甲absent']],
    ['meeting', '2018-03-15', ['甲deputy']],
    ['return', '2018-05-05', ['乙late']],
  ])
})
