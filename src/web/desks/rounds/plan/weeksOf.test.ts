import { expect, test } from 'vitest'
import { crewOf } from './crewOf.ts'
import { printWeekday, weeksOf } from './weeksOf.ts'

test('days are grouped in weeks from Monday, also across the end of a year', () => {
  expect(weeksOf(['2018-12-31', '2018-12-24', '2019-01-04', '2018-12-28', '2018-12-24'])).toEqual([
    { monday: '2018-12-24', days: ['2018-12-24', '2018-12-28'] },
    { monday: '2018-12-31', days: ['2018-12-31', '2019-01-04'] },
  ])
  expect(['2018-12-24', '2018-12-30'].map(printWeekday)).toEqual(['周一', '周日'])
})

test('the people of a team are those of that day, else of the nearest day', () => {
  const row = (unit: string, plannedOn: string, name: string, team = 1) =>
    ({ unit, plannedOn, team, inspectors: [{ id: name, name }] }) as never
  const rows = [row('a', '2018-12-03', '甲'), row('b', '2018-12-10', '乙'), row('c', '2018-12-10', '丙', 2)]
  expect(crewOf(rows, 1, '2018-12-09', '')).toEqual([{ id: '乙', name: '乙' }])
  expect(crewOf(rows, 1, '2018-12-10', 'b')).toEqual([{ id: '甲', name: '甲' }])
  expect(crewOf(rows, 3, '2018-12-10', '')).toEqual([])
})
