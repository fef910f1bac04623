import { type Day, printDay } from '../../../domain/kernel/calendar.ts'

/** Names the day that a file is of, for its name and the trail; nothing for one of now. */
export function ofDay(asOf: Day | undefined): string {
  return asOf === undefined ? '' : `（按${printDay(asOf)}的情形）`
}
