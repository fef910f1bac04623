import {
  type Day,
  daysBetween,
  grainOfChecked,
  type Period,
  periodsOf,
  quarterOfPeriod,
} from '../../kernel/calendar.ts'

/** 期间的粗细, from the coarsest. */
export type Grain = 'year' | 'quarter' | 'month'

const FINENESS = { year: 0, quarter: 1, month: 2 } as const
const MONTHS = { year: 12, quarter: 3, month: 1 } as const

/** 期间的首日. */
export function firstDayOf(period: Period): Day {
  return `${period.slice(0, 4)}-${two(firstMonthOf(period))}-01`
}

/** 期间的末日. */
export function lastDayOf(period: Period): Day {
  const month = firstMonthOf(period) + MONTHS[grainOfChecked(period)] - 1
  return `${period.slice(0, 4)}-${two(month)}-${daysIn(Number(period.slice(0, 4)), month)}`
}

/** 某日所在的期间, of that grain. */
export function periodOfDay(day: Day, grain: Grain): Period {
  return coarsened(day.slice(0, 7), grain)
}

/** 期间归入较粗的一级: `2018-07` by quarter is `2018-Q3`; one that is coarser already stays as it is. */
export function coarsened(period: Period, grain: Grain): Period {
  if (!isFiner(period, grain)) return period
  return grain === 'year' ? period.slice(0, 4) : `${period.slice(0, 4)}-Q${quarterOfPeriod(period)}`
}

/** 期间是否比这一级粗. */
export function isCoarser(period: Period, grain: Grain): boolean {
  return FINENESS[grainOfChecked(period)] < FINENESS[grain]
}

/** 日期是否在期间之内. */
export function isInPeriod(day: Day, period: Period): boolean {
  return day >= firstDayOf(period) && day <= lastDayOf(period)
}

/** 一个期间是否在另一个之内, or the same. */
export function isWithin(inner: Period, outer: Period): boolean {
  return firstDayOf(inner) >= firstDayOf(outer) && lastDayOf(inner) <= lastDayOf(outer)
}

/** 一年的全部期间: the year, its quarters, its months. */
export function allPeriodsOf(year: number): readonly Period[] {
  return [...periodsOf(year, 'year'), ...periodsOf(year, 'quarter'), ...periodsOf(year, 'month')]
}

/** 若干天之后的日期 (before it, below zero), at most some years away. */
export function daysAfter(day: Day, days: number): Day {
  let [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  let left = Number(day.slice(8)) + days
  while (left < 1) {
    if (month === 1) year--
    month = month === 1 ? 12 : month - 1
    left += daysIn(year, month)
  }
  for (;;) {
    const last = daysIn(year, month)
    if (left <= last) return `${year}-${two(month)}-${two(left)}`
    left -= last
    if (month === 12) year++
    month = (month % 12) + 1
  }
}

/** 距期间结束的天数 from a day; below zero once it is over. */
export function daysLeft(today: Day, period: Period): number {
  return daysBetween(today, lastDayOf(period))
}

function isFiner(period: Period, grain: Grain): boolean {
  return FINENESS[grainOfChecked(period)] > FINENESS[grain]
}

function firstMonthOf(period: Period): number {
  const grain = grainOfChecked(period)
  if (grain === 'year') return 1
  return grain === 'month' ? Number(period.slice(5)) : (quarterOfPeriod(period) - 1) * 3 + 1
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
