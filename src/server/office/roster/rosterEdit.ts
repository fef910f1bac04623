import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { FactFault } from '../../../domain/kernel/factFault.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkRoster } from '../../../domain/year/roster/checkRoster.ts'
import type { Holder, Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'

/** A change to the roster: units written or removed, and the new holders of some units. */
export interface RosterEdit {
  readonly put?: readonly Unit[]
  readonly remove?: readonly string[]
  readonly holders?: ReadonlyMap<string, readonly Holder[]>
}

/** Returns the roster after a change. */
export function applyEdit(
  { units, holders }: Roster,
  { put = [], remove = [], holders: anew = new Map() }: RosterEdit,
): Roster {
  const given = new Map(put.map(unit => [unit.id, unit]))
  const gone = new Set(remove)
  const known = new Set(units.map(unit => unit.id))
  return {
    units: [
      ...units.filter(unit => !gone.has(unit.id)).map(unit => given.get(unit.id) ?? unit),
      ...put.filter(unit => !known.has(unit.id)),
    ],
    holders: [
      ...holders.filter(holder => !gone.has(holder.unit) && !anew.has(holder.unit)),
      ...[...anew.values()].flat(),
    ],
  }
}

const MOST_TOLD = 5

/** Checks a change: reports the faults it causes as one refusal; faults that existed before do not block it. (一) */
export function checkEdit(scheme: Scheme, before: Roster, after: Roster): Refusal | undefined {
  const faults = newFaults(scheme, before, after)
  if (faults.length === 0) return undefined
  const rest = faults.length > MOST_TOLD ? `；另有 ${faults.length - MOST_TOLD} 处` : ''
  return refuse('rosterFaulty', {
    total: faults.length,
    faults: faults.slice(0, MOST_TOLD).join('；') + rest,
  })
}

/** Lists the faults a change causes: those that did not exist before. */
export function newFaults(scheme: Scheme, before: Roster, after: Roster): readonly string[] {
  const faults = describeFaults(scheme, after)
  if (faults.length === 0) return faults
  const old = new Set(describeFaults(scheme, before))
  return faults.filter(fault => !old.has(fault))
}

/** Describes the faults of a roster, one sentence each, with the unit concerned. */
function describeFaults(scheme: Scheme, { units, holders }: Roster): readonly string[] {
  const names = new Map(units.map(unit => [unit.id, unit.name]))
  const holderAt = (at: number): string =>
    `“${names.get(holders[at]!.unit) ?? holders[at]!.unit}”的任职“${holders[at]!.name}”`
  const unitAt = (at: number): string => `“${units[at]!.name}”`
  const check = checkRoster(units, holders, scheme, { unit: unitAt, holder: holderAt })
  const describe = (where: (at: number) => string) => (faults: readonly FactFault[], at: number) =>
    // What is refused only because its unit is echoes the fault of that unit.
    faults
      .filter(({ refusal }) => refusal.code !== 'unitRefused')
      .map(({ refusal }) => `${where(at)}：${sentenceOfRefusal(refusal)}`)
  return [...check.units.flatMap(describe(unitAt)), ...check.holders.flatMap(describe(holderAt))]
}
