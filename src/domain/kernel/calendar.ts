/** 日期: a day as `2018-12-21`, without time or zone, so that no clock is read. */
export type Day = string

/** 季度: 1 to 4. */
export type Quarter = 1 | 2 | 3 | 4

/** 台账期间: a whole year `2018`, a quarter `2018-Q3` or a month `2018-09`. */
export type Period = string

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** 是否真实日期: `2018-02-29` is not. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return day >= 1 && day <= daysIn(year, month)
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
export function grainOf(period: Period): 'year' | 'quarter' | 'month' | undefined {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? 'month' : undefined
}

/** 已查验期间的粗细, by its length alone: asked of every entry of every ledger. */
export function grainOfChecked(period: Period): 'year' | 'quarter' | 'month' {
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
export function periodsOf(year: number, grain: 'year' | 'quarter' | 'month'): readonly Period[] {
  if (grain === 'year') return [String(year)]
  if (grain === 'quarter') return [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
}

/** 一年之内两日之间的月数: whole months of `year` that a holding from `from` to `to` touches at their last day. (R21) */
export function monthEndsHeld(year: number, from: Day | undefined, to: Day | undefined): number {
  let held = 0
  for (let month = 1; month <= 12; month++) {
    const end = `${year}-${String(month).padStart(2, '0')}-${daysIn(year, month)}`
    if ((from === undefined || from <= end) && (to === undefined || to >= end)) held++
  }
  return held
}

function daysIn(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
  return leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** 两日之间的天数: from one day to another, below zero when it is past. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 若干个工作日之后的日期: Saturdays and Sundays do not count; holidays are not known here. `addWorkingDays('2018-11-29', 5)` is `2018-12-06`. */
export function addWorkingDays(day: Day, days: number): Day {
  let number = dayNumber(day)
  for (let left = days; left > 0;) if (!isWeekend(++number)) left--
  return dayOfNumber(number)
}

/** Days since the first of March of the year 0, so that a leap day is the last of its year. */
function dayNumber(day: Day): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const shifted = month > 2 ? year : year - 1
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return (
    365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + days
  )
}

/** The first of March of the year 0 was a Wednesday. */
function isWeekend(number: number): boolean {
  const weekday = (number + 3) % 7
  return weekday === 6 || weekday === 0
}

function dayOfNumber(number: number): Day {
  let year = Math.floor(number / 365.2425) + 1
  while (dayNumber(`${year}-03-01`) > number) year--
  const [march, inYear] = [year, number - dayNumber(`${year}-03-01`)]
  const shifted = Math.floor((5 * inYear + 2) / 153)
  const date = inYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return `${march + (shifted < 10 ? 0 : 1)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
