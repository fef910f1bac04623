import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { checkEdit } from './rosterEdit.ts'
import { addHolders, putUnits, readRoster, type Stamp } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { countUnits, readFormerNames, writeFormerNames } from './unit.store.ts'

/** The result of copying a roster: `left` units had closed before the new year and were left out. */
interface RosterCopied {
  readonly units: number
  readonly holders: number
  readonly left: number
}

/**
 * Copies the roster (名册) of another year into a year without one, inside the change that opens it or
 * another: units still existing, with their former names, and terms that had not ended. `noRosterBefore`,
 * `rosterNotEmpty`; `rosterFaulty` if it does not fit the scheme of the new year.
 */
export async function copyRoster(
  tx: Transaction,
  year: number,
  from: number,
  stamp: Stamp,
): Promise<{ readonly copied: RosterCopied; readonly event: TrailEvent } | Refusal> {
  const there = await countUnits(tx, year)
  if (there > 0) return refuse('rosterNotEmpty', { year, total: there })
  const before = await readRoster(tx, from)
  if (before.units.length === 0) return refuse('noRosterBefore', { year: from })
  const roster = standing(before, `${year}-01-01`)
  const scheme = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const faulty = checkEdit(scheme, { units: [], holders: [] }, roster)
  if (faulty !== undefined) return faulty
  await putUnits(tx, year, roster.units, stamp)
  await addHolders(tx, year, roster.holders)
  const brought = new Set(roster.units.map(unit => unit.id))
  for (const [id, names] of await readFormerNames(tx, from))
    if (brought.has(id)) await writeFormerNames(tx, year, id, names)
  const copied = {
    units: roster.units.length,
    holders: roster.holders.length,
    left: before.units.length - roster.units.length,
  }
  return { copied, event: { kind: 'rosterCopied', year, values: { from, to: year, ...copied } } }
}

function standing({ units, holders }: Roster, day: string): Roster {
  const kept = units.filter(unit => unit.closesOn === undefined || unit.closesOn > day)
  const ids = new Set(kept.map(unit => unit.id))
  return {
    units: kept,
    holders: holders.filter(holder => ids.has(holder.unit) && (holder.to === undefined || holder.to >= day)),
  }
}
