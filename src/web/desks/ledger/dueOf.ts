import { type Day, daysBetween } from '../../../domain/kernel/calendar.ts'
import type { Counter, Slot } from './ledgerTypes.ts'

/** A due item: what a counter lacks in past periods or in the current one. */
export interface Due {
  readonly counter: string
  readonly name: string
  /** the latest period that can still be entered, else the latest. */
  readonly slot: Slot
  /** the number of periods with a shortfall. */
  readonly periods: number
  /** the number of missing entries over all periods. */
  readonly missing: number
  /** whether the periods are over. */
  readonly late: boolean
  /** days until the period ends; negative after its end. */
  readonly days: number
}

/** Lists the due items: late ones first, most recently ended on top because they are remembered best; then those that expire soonest. (四（一）) */
export function dueOf(counters: readonly Counter[], today: Day): readonly Due[] {
  return counters
    .filter(counter => counter.kind === 'done')
    .flatMap(counter => [...dueIn(counter, 'short', today), ...dueIn(counter, 'current', today)])
    .toSorted(
      (one, other) => Number(other.late) - Number(one.late) || Math.abs(one.days) - Math.abs(other.days),
    )
}

function dueIn({ counter, name, periods }: Counter, state: 'short' | 'current', today: Day): readonly Due[] {
  const lacking = periods
    .filter(slot => slot.state === state)
    .toSorted((one, other) => other.endsOn.localeCompare(one.endsOn))
  const slot = lacking.find(isOpen) ?? lacking[0]
  if (slot === undefined) return []
  const missing = lacking.reduce((sum, { due, done }) => sum + due - done, 0)
  return [
    {
      counter,
      name,
      slot,
      periods: lacking.length,
      missing,
      late: state === 'short',
      days: daysBetween(today, slot.endsOn),
    },
  ]
}

/** Describes the shortfall: 2018年11月还差2次; over several periods: 11个期间共差22次，最近的是2018年11月. */
export function describeMissing({ slot, periods, missing }: Due): string {
  return periods === 1
    ? `${slot.name}还差${missing}次`
    : `${periods}个期间共差${missing}次，最近的是${slot.name}`
}

/** Checks whether an entry can still be made; it is refused only once the period is closed. */
export function isOpen({ closing }: Pick<Slot, 'closing'>): boolean {
  return closing !== 'closed'
}
