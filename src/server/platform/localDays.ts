import type { Day } from '../../domain/kernel/calendar.ts'

/** Returns the day of an instant in the server's time zone. */
export function localDay(at: Date): Day {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Returns the first moment of a day, or of one some days later, in the server's time zone; as UTC. */
export function dayBegins(day: Day, later = 0): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date + later).toISOString()
}
