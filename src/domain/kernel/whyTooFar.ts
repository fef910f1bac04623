import { addDays, type Day, printDay } from './calendar.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Days from today within which what is promised has to be done (时限). */
const LONGEST = 731

/** Explains why a deadline (时限) is too far off: a year mistyped would never be overdue. `deadlineFar`. (五（二）) */
export function whyTooFar(deadline: Day | undefined, today: Day): Refusal | undefined {
  const last = addDays(today, LONGEST)
  return deadline !== undefined && deadline > last
    ? refuse('deadlineFar', { day: printDay(last) })
    : undefined
}
