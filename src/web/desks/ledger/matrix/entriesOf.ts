import { grainOfChecked, type Period, quarterOfPeriod } from '../../../../domain/kernel/calendar.ts'
import type { Counter, Entry, Slot } from '../ledgerTypes.ts'

/** 某计数项某期间的台账: those in force whose period lies within it, the earliest first. */
export function entriesOf(entries: readonly Entry[], counter: Counter['counter'], { period }: Pick<Slot, 'period'>): readonly Entry[] {
  return entries
    .filter(entry => entry.state === 'inForce' && entry.counter === counter && isWithin(entry.period, period))
    .toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn))
}

/** 期间是否在另一期间之内: 2018-08 in 2018-Q3 and in 2018. */
export function isWithin(period: Period, around: Period): boolean {
  const [grain, outer] = [grainOfChecked(period), grainOfChecked(around)]
  if (grain === outer || period.slice(0, 4) !== around.slice(0, 4)) return period === around
  return outer === 'year' || (outer === 'quarter' && grain === 'month' && quarterOfPeriod(period) === quarterOfPeriod(around))
}
