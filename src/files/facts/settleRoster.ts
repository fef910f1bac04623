import type { FactFault } from '../../domain/kernel/factFault.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import { checkRoster } from '../../domain/year/roster/checkRoster.ts'
import type { Holder, Roster, Unit } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { ReadingLog } from '../lists/readingLog.ts'
import type { Whereabouts } from './whereabouts.ts'

/** An item that was read, with its place. */
export interface Found<T> {
  readonly item: T
  readonly at: number
}

/** The settled roster (名册): what was accepted, and the ids and names of units that were not. */
export interface RosterSettled {
  readonly roster: Roster
  readonly refusedUnits: ReadonlySet<string>
}

/** Settles the roster (名册): checks units and holders as a whole, keeps what has no fault and refuses the rest. (一) */
export function settleRoster(
  units: readonly Found<Unit>[],
  holders: readonly Found<Holder>[],
  scheme: Scheme,
  refusedBefore: ReadonlySet<string>,
  places: Whereabouts,
  log: ReadingLog,
): RosterSettled {
  const check = checkRoster(
    units.map(found => found.item),
    holders.map(found => found.item),
    scheme,
    {
      unit: at => places.where('units', units[at]!.at),
      holder: at => places.where('holders', holders[at]!.at),
    },
    refusedBefore,
  )
  const refusedUnits = new Set(refusedBefore)
  const kept = units.filter(({ item, at }, index) => {
    const ok = settled('units', at, check.units[index]!)
    if (!ok) refusedUnits.add(item.id).add(item.name)
    return ok
  })
  const keptHolders = holders.filter(({ at }, index) => settled('holders', at, check.holders[index]!))
  for (const index of check.unheld) {
    const { item, at } = units[index]!
    log.notice(places.place('units', at), refuse('postNobody', { unit: item.name }))
  }
  for (const { item } of kept) {
    refusedUnits.delete(item.id)
    refusedUnits.delete(item.name)
  }
  return {
    roster: { units: kept.map(found => found.item), holders: keptHolders.map(found => found.item) },
    refusedUnits,
  }

  function settled(list: 'units' | 'holders', at: number, faults: readonly FactFault[]): boolean {
    for (const { field, refusal } of faults) log.refuse(places.place(list, at, field), refusal)
    if (faults.length > 0) log.turnAway()
    else log.accept()
    return faults.length === 0
  }
}
