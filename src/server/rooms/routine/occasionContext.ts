import { actionNames } from '../../../contract/access/actions.ts'
import { methodOf } from '../../../domain/scheme/methods.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { type FaultKind, faultKinds } from './faultKinds.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'

/** What records of meetings and returns are checked against. */
export interface OccasionContext extends YearContext {
  readonly faults: ReadonlyMap<string, FaultKind>
}

/** A fault to record. */
export interface FaultInput {
  readonly unit: string
  readonly counter: string
  readonly note: string
}

/** Loads what records are checked against. `notFound`, `yearWithoutScheme`. */
export async function loadOccasionContext(
  db: Database | Transaction,
  year: number,
): Promise<OccasionContext | Refusal> {
  const found = await loadYear(db, year)
  if (isRefusal(found)) return found
  return { ...found, faults: new Map(faultKinds(found.scheme).map(fault => [fault.counter, fault])) }
}

/** Returns who keeps the record: the lead unit of this clerk, or `null` for the committee, whose reach is unlimited. */
export function keeperOf(actor: Actor, reach: Reach): string | null {
  return reach.all ? null : (actor.grants.find(grant => grant.role === 'leadUnit')?.unit ?? null)
}

/** Checks whether a unit is scored by the ledger (台账); in this scheme, lead units and directly managed ones. (三（二）1) */
export function isScoredByLedger({ scheme }: OccasionContext, { tier }: Unit): boolean {
  return scheme.components.some(component => methodOf(component, tier)?.kind === 'ledger')
}

/** Checks faults before they are recorded. `noSuchUnit`, `outOfReach`, `recordsOwnUnit`, `noSuchFault`, `faultRepeated`, `faultsExclude`. */
export function faultsWrong(
  { faults, units }: OccasionContext,
  {
    kind,
    name,
    keeper,
  }: { readonly kind: 'meeting' | 'return'; readonly name: string; readonly keeper: string | null },
  actor: Actor,
  there: readonly FaultInput[],
  added: readonly FaultInput[],
): Refusal | undefined {
  const offered = [...faults.values()].filter(fault => fault.kinds.includes(kind))
  const taken = new Map<string, Set<string>>()
  for (const { unit, counter } of there) taken.set(unit, (taken.get(unit) ?? new Set()).add(counter))
  for (const { unit: id, counter } of added) {
    const unit = units.get(id)
    if (unit === undefined) return refuse('notFound', { what: `单位“${id}”` })
    if (keeper === id || actor.grants.some(grant => grant.unit === id))
      return refuse('recordsOwnUnit', { unit: unit.name })
    if (keeper !== null && unit.leadUnit !== keeper)
      return refuse('outOfReach', { action: actionNames.recordRoutine, unit: unit.name })
    const fault = offered.find(one => one.counter === counter)
    if (fault === undefined)
      return refuse('noSuchFault', { counter, known: offered.map(one => one.name).join('、') })
    const before = taken.get(id) ?? new Set<string>()
    if (before.has(counter))
      return refuse('faultRepeated', { unit: unit.name, fault: fault.name, occasion: name })
    const excluded = fault.excludes.find(one => before.has(one))
    if (excluded !== undefined)
      return refuse('faultsExclude', { unit: unit.name, one: faults.get(excluded)!.name, other: fault.name })
    taken.set(id, before.add(counter))
  }
  return undefined
}
