import { type Day, daysBetween } from '../../kernel/calendar.ts'

const MONDAY = '2018-01-01'
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** 是否周末. Public holidays are not known here. */
export function isRestDay(day: Day): boolean {
  const since = ((daysBetween(MONDAY, day) % 7) + 7) % 7
  return since >= 5
}

/** 次日. */
export function dayAfter(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 1 : 0
  if (date < MONTHS[month - 1]! + leap) return written(year, month, date + 1)
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1)
}

/** 工作日 from one day to another, both included; weekends left out. */
export function listWorkDays(from: Day, to: Day): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = dayAfter(day)) if (!isRestDay(day)) days.push(day)
  return days
}

function written(year: number, month: number, date: number): Day {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}
