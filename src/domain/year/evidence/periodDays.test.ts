import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../kernel/calendar.ts'
import {
  allPeriodsOf,
  coarsened,
  daysAfter,
  firstDayOf,
  isCoarser,
  isInPeriod,
  isWithin,
  lastDayOf,
  periodOfDay,
} from './periodDays.ts'

describe('四（一） periods', () => {
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
    expect([from, daysAfter(to, 1)].map(day => isInPeriod(day, period))).toEqual([true, false])
  })

  test('a day belongs to a month, a quarter and a year; a finer period to a coarser one', () => {
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

  test('days after a day, over months and years', () => {
    expect(daysAfter('2018-12-31', 10)).toBe('2019-01-10')
    for (const days of [0, 1, 27, 28, 59, 365, 400, -1, -31, -32, -400])
      expect(daysBetween('2019-02-01', daysAfter('2019-02-01', days))).toBe(days)
  })
})
