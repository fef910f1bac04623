import { addDays, type Day, daysBetween } from '../../domain/kernel/calendar.ts'

const BEFORE_1900 = '1899-12-30'

/** Converts a date serial number to a day: 43455 is 2018-12-21; the time of day is dropped. `undefined` when out of range, or for the day that 1900 never had. */
export function dayOfSerial(serial: number, since1904: boolean): Day | undefined {
  const whole = Math.floor(serial)
  const least = since1904 ? 0 : 1
  if (whole < least || (!since1904 && whole === 60)) return undefined
  const from = since1904 ? '1904-01-01' : whole < 60 ? '1899-12-31' : BEFORE_1900
  return whole <= daysBetween(from, '9999-12-31') ? addDays(from, whole) : undefined
}

/** Converts a day to a serial number in the 1900 system: 2018-12-21 is 43455. */
export function serialOfDay(day: Day): number {
  const serial = daysBetween(BEFORE_1900, day)
  return serial < 61 ? serial - 1 : serial
}
