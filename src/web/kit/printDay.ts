import { officeTime } from '../client/officeZone.ts'

/** Prints a date: `2018-12-21` as 2018年12月21日; with a time, as 2018年12月21日 09:05 in the office's time zone. */
export function printDay(iso: string): string {
  const { day, time } = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? { day: iso } : officeTime(new Date(iso))
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日${time === undefined ? '' : ` ${time}`}`
}

/** Prints an instant of this year: 12月21日 09:05. */
export function printMoment(iso: string): string {
  return printDay(iso).replace(/^\d+年/, '')
}
