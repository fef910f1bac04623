import { isWithin } from '../../../../domain/kernel/calendar.ts'
import type { Counter, Entry, Slot } from '../ledgerTypes.ts'

/** 某计数项某期间的台账: those in force whose period lies within it, the earliest first. */
export function entriesOf(
  entries: readonly Entry[],
  counter: Counter['counter'],
  { period }: Pick<Slot, 'period'>,
): readonly Entry[] {
  return entries
    .filter(entry => entry.state === 'inForce' && entry.counter === counter && isWithin(entry.period, period))
    .toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn))
}
