import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  allPeriodsOf,
  coarsened,
  daysBetween,
  dayIn,
  firstDayOf,
  grainOf,
  isCoarser,
  isDay,
  isInPeriod,
  isWeekend,
  isWithin,
  lastDayOf,
  listWorkDays,
  periodOfDay,
  periodsOf,
  printDay,
  printDayAt,
  printPeriod,
  printQuarter,
  quarterOf,
  quarterOfPeriod,
  weekdayOf,
} from './calendar.ts'

test.each([
  ['2018-12-31', true],
  ['2018-01-01', true],
  ['2016-02-30', false],
  ['2018-02-29', false],
  ['2016-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2018-04-31', false],
  ['2018-13-01', false],
  ['2018-00-10', false],
  ['2018-01-00', false],
  ['2018-1-1', false],
  ['2018年1月1日', false],
])('%s is a day: %s', (text, wanted) => {
  expect(isDay(text)).toBe(wanted)
})

test.each([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days, at) => [at + 1, days] as const))(
  'month %s of 2018 has %s days',
  (month, days) => {
    const day = (date: number) => `2018-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    expect([isDay(day(days)), isDay(day(days + 1)), isDay(day(0))]).toEqual([true, false, false])
  },
)

test('days and periods print as in official documents', () => {
  expect([
    printDay('2018-12-01'),
    printPeriod('2018'),
    printPeriod('2018-Q3'),
    printQuarter(4),
    printPeriod('2018-09'),
    dayIn(2018, '12-10'),
  ]).toEqual(['2018年12月1日', '2018年', '2018年第三季度', '第四季度', '2018年9月', '2018-12-10'])
})

test('the quarter of a day and of a period; a whole year counts in its last quarter', () => {
  expect(['2018-01-01', '2018-03-31', '2018-04-01', '2018-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4])
  expect(['2018', '2018-Q2', '2018-01', '2018-03', '2018-04', '2018-12'].map(quarterOfPeriod)).toEqual([
    4, 2, 1, 1, 2, 4,
  ])
})

test('the grain of a period', () => {
  expect(['2018', '2018-Q4', '2018-12', '2018-Q5', '2018-13', '2018-1', '', '18'].map(grainOf)).toEqual([
    'year',
    'quarter',
    'month',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('the periods of a year', () => {
  expect(periodsOf(2018, 'year')).toEqual(['2018'])
  expect(periodsOf(2018, 'quarter')).toEqual(['2018-Q1', '2018-Q2', '2018-Q3', '2018-Q4'])
  expect(periodsOf(2018, 'month')).toHaveLength(12)
  expect(periodsOf(2018, 'month').at(-1)).toBe('2018-12')
})

test.each([
  ['2018-12-24', '2018-12-24', 0],
  ['2018-12-24', '2018-12-31', 7],
  ['2018-12-31', '2019-01-01', 1],
  ['2018-12-24', '2018-12-10', -14],
  ['2016-02-28', '2016-03-01', 2],
  ['2018-02-28', '2018-03-01', 1],
  ['1900-01-01', '2000-01-01', 36_524],
  ['2000-02-29', '2100-03-01', 36_525],
])('days from %s to %s', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
})

test('working days skip Saturdays and Sundays, across the end of a month, a year and a leap day', () => {
  expect(addWorkingDays('2018-11-29', 5)).toBe('2018-12-06')
  expect(addWorkingDays('2018-12-22', 1)).toBe('2018-12-24')
  expect(addWorkingDays('2018-12-28', 2)).toBe('2019-01-01')
  expect(addWorkingDays('2020-02-28', 1)).toBe('2020-03-02')
  expect(addWorkingDays('2020-02-27', 2)).toBe('2020-03-02')
  expect(addWorkingDays('2018-12-24', 0)).toBe('2018-12-24')
})

test('weekdays, and the working days from one day to another, both included', () => {
  expect(['2018-12-23', '2018-12-24', '2018-12-28', '2018-12-29'].map(weekdayOf)).toEqual([0, 1, 5, 6])
  expect(['2018-12-23', '2018-12-24', '2018-12-28', '2018-12-29'].map(isWeekend)).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(listWorkDays('2018-12-28', '2019-01-01')).toEqual(['2018-12-28', '2018-12-31', '2019-01-01'])
  expect(listWorkDays('2018-12-28', '2018-12-27')).toEqual([])
})

describe('四（一） first and last day of a period, and periods within periods', () => {
  test.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-Q1', '2018-01-01', '2018-03-31'],
    ['2018-Q4', '2018-10-01', '2018-12-31'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-06', '2018-06-01', '2018-06-30'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2018-11', '2018-11-01', '2018-11-30'],
  ])('%s runs from %s to %s', (period, from, to) => {
    expect([firstDayOf(period), lastDayOf(period)]).toEqual([from, to])
    expect([from, to].every(day => isInPeriod(day, period))).toBe(true)
    expect([from, addDays(to, 1)].map(day => isInPeriod(day, period))).toEqual([true, false])
  })

  test('a day belongs to a month, a quarter and a year; a finer period belongs to a coarser one', () => {
    expect((['month', 'quarter', 'year'] as const).map(grain => periodOfDay('2018-07-31', grain))).toEqual([
      '2018-07',
      '2018-Q3',
      '2018',
    ])
    expect(coarsened('2018-07', 'quarter')).toBe('2018-Q3')
    expect(coarsened('2018-Q3', 'month')).toBe('2018-Q3')
    expect(isCoarser('2018-Q3', 'month')).toBe(true)
    expect(isCoarser('2018-07', 'quarter')).toBe(false)
    expect(isWithin('2018-08', '2018-Q3')).toBe(true)
    expect(isWithin('2018-10', '2018-Q3')).toBe(false)
    expect(allPeriodsOf(2018)).toHaveLength(17)
  })

  test('adding days crosses months and years', () => {
    expect(addDays('2018-12-31', 10)).toBe('2019-01-10')
    for (const days of [0, 1, 27, 28, 59, 365, 400, -1, -31, -32, -400])
      expect(daysBetween('2019-02-01', addDays('2019-02-01', days))).toBe(days)
  })
})

test.each([
  ['09:30', '2018年12月20日9时30分'],
  ['14:00', '2018年12月20日14时'],
  ['00:05', '2018年12月20日0时5分'],
  [null, '2018年12月20日'],
  [undefined, '2018年12月20日'],
])('a day with the time %s reads %s', (time, said) => {
  expect(printDayAt('2018-12-20', time)).toBe(said)
})
