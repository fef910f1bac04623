import { expect, test } from 'vitest'
import { points } from '../../kernel/points.ts'
import type { GradeBand } from '../../scheme/ruling.ts'
import { bandOf, quotaPlaces } from './gradeOverall.ts'

const closedBelow = bands([90, 100, { toClosed: true }], [80, 90, {}], [0, 80, {}])
const closedAbove = bands(
  [90, 100, { fromOpen: true, toClosed: true }],
  [80, 90, { fromOpen: true, toClosed: true }],
  [0, 80, { toClosed: true }],
)
const gapAt90 = bands([90, 100, { fromOpen: true, toClosed: true }], [80, 90, {}], [0, 80, {}])

function bands(...list: readonly (readonly [number, number, object])[]): readonly GradeBand[] {
  return list.map(([from, to, ends], at) => ({
    id: `g${at}`,
    name: '等',
    from: points(from),
    to: points(to),
    ...ends,
  }))
}

test.each([
  ['the bound itself belongs to the band it closes below', closedBelow, 90, 0],
  ['just under it', closedBelow, 89.999, 1],
  ['the top is closed', closedBelow, 100, 0],
  ['zero', closedBelow, 0, 2],
  ['open below, the bound belongs to the band below', closedAbove, 90, 1],
  ['just above an open bound', closedAbove, 90.001, 0],
  ['a bound that no band holds has no grade', gapAt90, 90, -1],
  ['beyond the top, uncapped (R3), the best grade', closedBelow, 102.5, 0],
  ['at the very top of a top that is open, the best grade', bands([90, 100, {}], [0, 90, {}]), 100, 0],
  ['under all bands the last grade', bands([90, 100, {}], [60, 90, {}]), 59, 1],
  [
    'at the bottom of a bottom that is open, the last grade',
    bands([90, 100, {}], [60, 90, { fromOpen: true }]),
    60,
    1,
  ],
] as const)('R12 %s', (_name, grades, composite, wanted) => {
  expect(bandOf(grades, points(composite))).toBe(wanted)
})

test.each([
  ['down', 15, 10, 1],
  ['up', 15, 10, 2],
  ['halfUp', 15, 10, 2],
  ['halfUp', 14.9, 10, 1],
  ['up', 20, 10, 2],
  ['down', 20, 10, 2],
  ['halfUp', 20, 10, 2],
  ['up', 33.333, 3, 1],
  ['down', 100, 7, 7],
  ['up', 0, 7, 0],
] as const)('R12 a quota rounded %s: %s %% of %s is %s', (round, percent, of, wanted) => {
  expect(quotaPlaces({ kind: 'atMost', grade: 'g0', percent: points(percent), round }, of)).toBe(wanted)
})
