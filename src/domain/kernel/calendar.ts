/** 日期: a day as `2018-12-21`, without time or zone, so that no clock is read. */
export type Day = string

/** 季度: 1 to 4. */
export type Quarter = 1 | 2 | 3 | 4

/** 台账期间: a whole year `2018`, a quarter `2018-Q3` or a month `2018-09`. */
export type Period = string

/** 期间的粗细, from the coarsest. */
export type Grain = 'year' | 'quarter' | 'month'

const FINENESS = { year: 0, quarter: 1, month: 2 } as const
const MONTHS = { year: 12, quarter: 3, month: 1 } as const
const DAY = 86_400_000

/** 是否真实日期: `2018-02-29` is not. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** 日期的书写: `2018年12月21日`, no leading zeros. */
export function printDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 某年某日: `dayIn(2018, '12-31')` is `2018-12-31`. */
export function dayIn(year: number, monthDay: string): Day {
  return `${year}-${monthDay}`
}

/** 日期所在季度. */
export function quarterOf(day: Day): Quarter {
  return (Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1) as Quarter
}

/** 期间的粗细: year, quarter or month; `undefined` when the text is no period. */
export function grainOf(period: Period): Grain | undefined {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? 'month' : undefined
}

/** 已查验期间的粗细, by its length alone: asked of every entry of every ledger. */
export function grainOfChecked(period: Period): Grain {
  if (period.length === 4) return 'year'
  return period[5] === 'Q' ? 'quarter' : 'month'
}

/** 期间所属季度; a whole year counts at its end, in the fourth. */
export function quarterOfPeriod(period: Period): Quarter {
  const grain = grainOfChecked(period)
  if (grain === 'quarter') return Number(period.slice(6)) as Quarter
  return grain === 'month' ? ((Math.floor((Number(period.slice(5)) - 1) / 3) + 1) as Quarter) : 4
}

/** 期间的书写: 2018年, 2018年第3季度, 2018年9月. */
export function printPeriod(period: Period): string {
  const [year, part] = period.split('-')
  if (part === undefined) return `${year}年`
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`
}

/** 一年中的各期间, in order. */
export function periodsOf(year: number, grain: Grain): readonly Period[] {
  if (grain === 'year') return [String(year)]
  if (grain === 'quarter') return [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
}

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

/** 一年之内两日之间的月数: whole months of `year` that a holding from `from` to `to` touches at their last day. (R21) */
export function monthEndsHeld(year: number, from: Day | undefined, to: Day | undefined): number {
  return periodsOf(year, 'month')
    .map(lastDayOf)
    .filter(end => (from === undefined || from <= end) && (to === undefined || to >= end)).length
}

/** 两日之间的天数: from one day to another, below zero when it is past. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** 若干天之后的日期; before it, below zero. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** 若干个工作日之后的日期: `addWorkingDays('2018-11-29', 5)` is `2018-12-06`. */
export function addWorkingDays(day: Day, days: number): Day {
  let found = day
  for (let left = days; left > 0;) if (!isWeekend((found = addDays(found, 1)))) left--
  return found
}

/** 工作日 from one day to another, both included. */
export function listWorkDays(from: Day, to: Day): readonly Day[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))
  return days.filter(day => !isWeekend(day))
}

/** 是否周末: Saturday or Sunday; public holidays are not known here. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0
}

/** 星期几: 0 is Sunday, 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay()
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
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
