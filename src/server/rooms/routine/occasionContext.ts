import { actionNames } from '../../../contract/access/actions.ts'
import { methodOf } from '../../../domain/scheme/methods.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { type FaultKind, faultKinds } from './faultKinds.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'

/** 登记会议和报送的根据. */
export interface OccasionContext extends YearContext {
  readonly faults: ReadonlyMap<string, FaultKind>
}

/** 登记的一条. */
export interface FaultInput {
  readonly unit: string
  readonly counter: string
  readonly note: string
}

/** 读登记的根据. `notFound`, `yearWithoutScheme`. */
export async function loadOccasionContext(
  db: Database | Transaction,
  year: number,
): Promise<OccasionContext | Refusal> {
  const found = await loadYear(db, year)
  if (isRefusal(found)) return found
  return { ...found, faults: new Map(faultKinds(found.scheme).map(fault => [fault.counter, fault])) }
}

/** 谁登记: the lead unit whose clerk this is, or `null` for the committee, which reaches everybody. */
export function keeperOf(actor: Actor, reach: Reach): string | null {
  return reach.all ? null : (actor.grants.find(grant => grant.role === 'leadUnit')?.unit ?? null)
}

/** 是否由台账计分的单位: lead and directly managed ones here. (三（二）1) */
export function isScoredByLedger({ scheme }: OccasionContext, { tier }: Unit): boolean {
  return scheme.components.some(component => methodOf(component, tier)?.kind === 'ledger')
}

/** 登记有无不妥. `noSuchUnit`, `outOfReach`, `recordsOwnUnit`, `noSuchFault`, `faultRepeated`, `faultsExclude`. */
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
