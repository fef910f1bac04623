import { expect, test } from 'vitest'
import { histogram } from './histogram.ts'
import { spreadByGroup, spreadOf } from './spread.ts'

const row = (composite: number | undefined, grade = 'fair') => ({
  composite,
  grade: composite === undefined ? undefined : grade,
})

test('scores fall into one-point bins, closed at the lower end; missing scores fall into none', () => {
  const bins = histogram([row(84.13), row(84.99), row(85, 'good'), row(undefined), row(88)])
  expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
    [84, 85, 2],
    [85, 86, 1],
    [86, 87, 0],
    [87, 88, 0],
    [88, 89, 1],
  ])
  expect([...bins[1]!.byGrade]).toEqual([['good', 1]])
})

test('bins widen for widely spread scores; without scores there are none', () => {
  expect(histogram([row(0), row(100)]).map(bin => bin.to - bin.from)[0]).toBe(5)
  expect(histogram([row(undefined)])).toEqual([])
})

test('the spread matches that of a spreadsheet', () => {
  expect(spreadOf('甲', [4, 1, 3, 2])).toEqual({
    name: '甲',
    count: 4,
    least: 1,
    lower: 1.75,
    middle: 2.5,
    upper: 3.25,
    most: 4,
  })
})

test('groups are sorted by median, best first', () => {
  const groups = spreadByGroup([
    { group: '甲', points: 80 },
    { group: '乙', points: 90 },
    { group: '甲', points: 84 },
  ])
  expect(groups.map(({ name, middle }) => [name, middle])).toEqual([
    ['乙', 90],
    ['甲', 82],
  ])
})
