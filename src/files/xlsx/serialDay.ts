import type { Day } from '../../domain/kernel/calendar.ts'

const DAY = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST = Date.UTC(9999, 11, 31)

/** 日期序号化为日期: 43455 is 2018-12-21; the time of day is dropped. `undefined` when out of range, or the day that 1900 never had. */
export function dayOfSerial(serial: number, since1904: boolean): Day | undefined {
  const whole = Math.floor(serial)
  if (!since1904 && whole < 61) {
    if (whole < 1 || whole === 60) return undefined
    return isoDay(EPOCH_1900 + (whole + 1) * DAY)
  }
  const at = (since1904 ? EPOCH_1904 : EPOCH_1900) + whole * DAY
  return whole < 0 || !(at <= LAST) ? undefined : isoDay(at)
}

/** 日期化为序号, in the 1900 system: 2018-12-21 is 43455. */
export function serialOfDay(day: Day): number {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH_1900) / DAY)
  return serial < 61 ? serial - 1 : serial
}

function isoDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}
