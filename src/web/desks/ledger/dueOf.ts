import { type Day, daysBetween } from '../../../domain/kernel/calendar.ts'
import type { Counter, Slot } from './ledgerTypes.ts'

/** 该登记的一项: a period of a counter that lacks something. */
export interface Due {
  readonly counter: string
  readonly name: string
  readonly citation: string
  readonly slot: Slot
  readonly missing: number
  /** the period is over. */
  readonly late: boolean
  /** until the period ends; below zero when it is over. */
  readonly days: number
}

/** 该登记的各项: what is late first, the latest ended of it on top, for it is remembered best; then what runs out soonest. (四（一）) */
export function dueOf(counters: readonly Counter[], today: Day): readonly Due[] {
  return counters
    .filter(counter => counter.kind === 'done')
    .flatMap(({ counter, name, citation, periods }) =>
      periods
        .filter(slot => (slot.state === 'short' || slot.state === 'current') && slot.done < slot.due)
        .map((slot): Due => ({
          counter,
          name,
          citation,
          slot,
          missing: slot.due - slot.done,
          late: slot.state === 'short',
          days: daysBetween(today, slot.endsOn),
        })),
    )
    .toSorted((one, other) => Number(other.late) - Number(one.late) || Math.abs(one.days) - Math.abs(other.days))
}

/** 还能不能登记: refused only once the period is closed. */
export function isOpen({ closing }: Pick<Slot, 'closing'>): boolean {
  return closing !== 'closed'
}
