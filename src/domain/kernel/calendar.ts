/** A date (日期) as `2018-12-21`, without time or zone. */
export type Day = string

/** A quarter (季度), 1 to 4. */
export type Quarter = 1 | 2 | 3 | 4

/** A period of the ledger (台账期间): a year `2018`, a quarter `2018-Q3` or a month `2018-09`. */
export type Period = string

/** The grain of a period (期间的粗细), from the coarsest. */
type Grain = 'year' | 'quarter' | 'month'

const FINENESS = { year: 0, quarter: 1, month: 2 } as const
const MONTHS = { year: 12, quarter: 3, month: 1 } as const
const DAY = 86_400_000

/** Checks that a text is a real date (日期): `2018-02-29` is not. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Prints a date (日期) as `2018年12月21日`, without leading zeros. */
export function printDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** Prints a date (日期) with the time of day, where one is known: `2018年12月20日9时30分`, `2018年12月20日14时`. */
export function printDayAt(day: Day, time?: string | null): string {
  const [hour, minute] = time?.split(':').map(Number) ?? []
  return `${printDay(day)}${hour === undefined ? '' : `${hour}时`}${minute ? `${minute}分` : ''}`
}

/** Returns a date (日期) of a year: `dayIn(2018, '12-31')` is `2018-12-31`. */
export function dayIn(year: number, monthDay: string): Day {
  return `${year}-${monthDay}`
}

/** Returns the quarter (季度) of a date. */
export function quarterOf(day: Day): Quarter {
  return (Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1) as Quarter
}

/** Returns the grain of a period (期间的粗细): year, quarter or month; `undefined` if the text is not a period. */
export function grainOf(period: Period): Grain | undefined {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? 'month' : undefined
}

/** Returns the grain of a checked period (期间的粗细) from its length alone; called for every ledger entry. */
export function grainOfChecked(period: Period): Grain {
  if (period.length === 4) return 'year'
  return period[5] === 'Q' ? 'quarter' : 'month'
}

/** Returns the quarter (季度) of a period; a whole year counts in the fourth. */
export function quarterOfPeriod(period: Period): Quarter {
  const grain = grainOfChecked(period)
  if (grain === 'quarter') return Number(period.slice(6)) as Quarter
  return grain === 'month' ? ((Math.floor((Number(period.slice(5)) - 1) / 3) + 1) as Quarter) : 4
}

/** Prints a quarter (季度) as offices write it: 第三季度. */
export function printQuarter(quarter: number): string {
  return `第${'一二三四'[quarter - 1] ?? ''}季度`
}

/** Prints a period (期间): 2018年, 2018年第三季度, 2018年9月. */
export function printPeriod(period: Period): string {
  const [year, part] = period.split('-')
  if (part === undefined) return `${year}年`
  return part.startsWith('Q')
    ? `${year}年${printQuarter(Number(part.slice(1)))}`
    : `${year}年${Number(part)}月`
}

/** Returns the periods (期间) of a year in order. */
export function periodsOf(year: number, grain: Grain): readonly Period[] {
  if (grain === 'year') return [String(year)]
  if (grain === 'quarter') return [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
}

/** Returns the first day (首日) of a period. */
export function firstDayOf(period: Period): Day {
  return `${period.slice(0, 4)}-${two(firstMonthOf(period))}-01`
}

/** Returns the last day (末日) of a period. */
export function lastDayOf(period: Period): Day {
  const month = firstMonthOf(period) + MONTHS[grainOfChecked(period)] - 1
  return `${period.slice(0, 4)}-${two(month)}-${daysIn(Number(period.slice(0, 4)), month)}`
}

/** Returns the period (期间) of this grain that contains a day. */
export function periodOfDay(day: Day, grain: Grain): Period {
  return coarsened(day.slice(0, 7), grain)
}

/** Returns the coarser period (期间) that contains this one: `2018-07` by quarter is `2018-Q3`. A period already coarser is returned unchanged. */
export function coarsened(period: Period, grain: Grain): Period {
  if (!isFiner(period, grain)) return period
  return grain === 'year' ? period.slice(0, 4) : `${period.slice(0, 4)}-Q${quarterOfPeriod(period)}`
}

/** Checks whether a period (期间) is coarser than this grain. */
export function isCoarser(period: Period, grain: Grain): boolean {
  return FINENESS[grainOfChecked(period)] < FINENESS[grain]
}

/** Checks whether a day is in a period (期间). */
export function isInPeriod(day: Day, period: Period): boolean {
  return day >= firstDayOf(period) && day <= lastDayOf(period)
}

/** Checks whether a period (期间) is within another or equal to it. */
export function isWithin(inner: Period, outer: Period): boolean {
  return firstDayOf(inner) >= firstDayOf(outer) && lastDayOf(inner) <= lastDayOf(outer)
}

/** Returns all periods (期间) of a year: the year, its quarters and its months. */
export function allPeriodsOf(year: number): readonly Period[] {
  return [...periodsOf(year, 'year'), ...periodsOf(year, 'quarter'), ...periodsOf(year, 'month')]
}

/** Returns the number of days (天数) from one day to another, negative if the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** Adds days to a date (日期); a negative number goes back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** Adds working days (工作日) to a date: `addWorkingDays('2018-11-29', 5)` is `2018-12-06`. */
export function addWorkingDays(day: Day, days: number): Day {
  let found = day
  for (let left = days; left > 0;) if (!isWeekend((found = addDays(found, 1)))) left--
  return found
}

/** Lists the working days (工作日) from one day to another, both included. */
export function listWorkDays(from: Day, to: Day): readonly Day[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))
  return days.filter(day => !isWeekend(day))
}

/** Checks whether a day is a Saturday or Sunday (周末); public holidays are not considered. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0
}

/** Returns the day of the week (星期), 0 for Sunday to 6 for Saturday. */
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
