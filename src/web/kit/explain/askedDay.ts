import { isDay } from '../../../domain/kernel/calendar.ts'

/** Returns the day that an address asks for by `?asOf=2018-12-21`; what is typed there and is no real day asks for none. */
export function askedDay(asOf: unknown): string | undefined {
  return typeof asOf === 'string' && isDay(asOf) ? asOf : undefined
}
