import type { IntakeChoice, IntakePlan } from '../../../../contract/intake/intakeRoutes.ts'
import { canonicalText } from '../../../../domain/kernel/ids.ts'
import type { Holder, Roster, Unit } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { newFaults } from '../../roster/rosterEdit.ts'
import { describeUnitChanges } from '../../roster/describeUnitChanges.ts'

/** The planned changes to the roster: the future roster, what has to be written, and the obstacles. */
interface RosterPlan {
  readonly roster: Roster
  readonly isChanged: boolean
  readonly put: readonly Unit[]
  readonly remove: readonly string[]
  /** units whose terms are rewritten. */
  readonly held: readonly string[]
  readonly holders: readonly Holder[]
  readonly units: IntakePlan['units']
  readonly holdersTold: IntakePlan['holders']
  readonly blockers: readonly string[]
}

const FIRST = 50

/** Plans the changes to the roster: units of the file are added or replace those of the same id. A unit's terms are replaced if the file has terms for it. */
export function planRoster(
  scheme: Scheme,
  before: Roster,
  read: Roster,
  how: IntakeChoice['roster'],
): RosterPlan {
  const roster = how === 'skip' || read.units.length === 0 ? before : merged(before, read, how)
  const [old, anew] = [byId(before.units), byId(roster.units)]
  const added = roster.units.filter(unit => !old.has(unit.id))
  const removed = before.units.filter(unit => !anew.has(unit.id))
  const nameOf = (id: string): string => anew.get(id)?.name ?? old.get(id)?.name ?? id
  const changed = roster.units.flatMap(unit => {
    const was = old.get(unit.id)
    if (was === undefined || canonicalText(was) === canonicalText(unit)) return []
    return [{ unit, changes: describeUnitChanges(was, unit, scheme, nameOf) }]
  })
  const terms = compareTerms(before.holders, roster.holders)
  const isChanged = added.length + removed.length + changed.length + terms.units.size > 0
  const inFile = byId(read.units)
  return {
    roster,
    isChanged,
    put: [...added, ...changed.map(one => one.unit)],
    remove: removed.map(unit => unit.id),
    held: [...terms.units],
    holders: roster.holders.filter(holder => terms.units.has(holder.unit)),
    units: {
      read: read.units.length,
      added: added.length,
      changed: changed.length,
      same:
        roster.units.filter(unit => inFile.has(unit.id)).length -
        added.length -
        changed.filter(one => inFile.has(one.unit.id)).length,
      removed: removed.length,
      kept: roster.units.filter(unit => !inFile.has(unit.id)).length,
      addedFirst: added.slice(0, FIRST).map(named),
      changedFirst: changed
        .slice(0, FIRST)
        .map(({ unit, changes }) => ({ ...named(unit), changes: [...changes] })),
      removedFirst: removed.slice(0, FIRST).map(named),
    },
    holdersTold: { read: read.holders.length, added: terms.added, removed: terms.removed },
    blockers: isChanged ? newFaults(scheme, before, roster) : [],
  }
}

function merged(before: Roster, read: Roster, how: 'add' | 'replace'): Roster {
  const inFile = byId(read.units)
  const others = how === 'add' ? before.units.filter(unit => !inFile.has(unit.id)) : []
  // An empty list of terms is a list that nobody filled, not the dismissal of everybody.
  const told = new Set(
    how === 'replace' && read.holders.length > 0 ? before.holders.map(holder => holder.unit) : [],
  )
  for (const holder of read.holders) told.add(holder.unit)
  const units = [...others, ...read.units]
  const standing = byId(units)
  const kept = before.holders.filter(holder => standing.has(holder.unit) && !told.has(holder.unit))
  return { units, holders: [...kept, ...read.holders] }
}

/** Compares terms: those added and removed, and their units. */
function compareTerms(before: readonly Holder[], after: readonly Holder[]) {
  const left = new Map<string, number>()
  const units = new Set<string>()
  for (const holder of before) left.set(canonicalText(holder), (left.get(canonicalText(holder)) ?? 0) + 1)
  let added = 0
  for (const holder of after) {
    const key = canonicalText(holder)
    const there = left.get(key) ?? 0
    if (there > 0) left.set(key, there - 1)
    else {
      added++
      units.add(holder.unit)
    }
  }
  let removed = 0
  for (const holder of before) {
    const key = canonicalText(holder)
    const there = left.get(key) ?? 0
    if (there === 0) continue
    left.set(key, there - 1)
    removed++
    units.add(holder.unit)
  }
  return { added, removed, units }
}

function byId(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map(unit => [unit.id, unit]))
}

function named({ id, name }: Unit): { id: string; name: string } {
  return { id, name }
}
