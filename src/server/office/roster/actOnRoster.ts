import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { addHolders, dropHolders, markUnits, putUnits, readRoster, removeUnits } from './roster.store.ts'
import { applyEdit, checkEdit, type RosterEdit } from './rosterEdit.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { findMark, type UnitMark } from './unit.store.ts'
import { viewUnit } from './viewUnit.ts'

/** What an act decided: how the roster changes, what the trail says, and what else is written. */
interface Decided {
  readonly edit: RosterEdit
  readonly event: TrailEvent
  also?(tx: Transaction): Promise<void>
}

/** A unit found for an act: the year is locked, and the unit is at the revision seen. */
interface FoundUnit {
  readonly roster: Roster
  readonly unit: Unit
  readonly mark: UnitMark
}

interface Acting {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
}

/** A request that concerns one unit. */
interface ActingOnUnit extends Acting {
  readonly params: { readonly year: number; readonly unit: string }
}

/** Acts on the roster of a year: locks the year, decides, checks the whole roster, saves and adds a line to the trail. (一) */
export async function actOnRoster(
  { context, actor, change }: Acting,
  { year, unit }: ActingOnUnit['params'],
  decide: (tx: Transaction, roster: Roster) => Promise<Decided | Refusal>,
): Promise<{ unit: string } | Refusal> {
  return change<{ unit: string }>(async tx => {
    const locked = await bumpCycle(tx, year)
    if (isRefusal(locked)) return locked
    const roster = await readRoster(tx, year)
    const decided = await decide(tx, roster)
    if (isRefusal(decided)) return decided
    const { edit, event, also } = decided
    const scheme = await schemeOfYear(tx, year)
    if (isRefusal(scheme)) return scheme
    const faulty = checkEdit(scheme, roster, applyEdit(roster, edit))
    if (faulty !== undefined) return faulty
    const { put = [], remove = [], holders = new Map() } = edit
    const stamp = { by: actor.name, at: context.now() }
    const held = [...holders.keys()]
    await removeUnits(tx, year, remove)
    await putUnits(tx, year, put, stamp)
    await dropHolders(tx, year, held)
    await addHolders(tx, year, [...holders.values()].flat())
    await markUnits(
      tx,
      year,
      held.filter(id => !put.some(one => one.id === id)),
      stamp,
    )
    await also?.(tx)
    return { answer: { unit }, events: [{ ...event, year, unit }] }
  })
}

/** Acts on a unit of the roster as it was seen. `noSuchUnit`, `staleRevision`. */
export function actOnUnit(
  request: ActingOnUnit,
  seen: number,
  decide: (found: FoundUnit, tx: Transaction) => Promise<Decided | Refusal> | Decided | Refusal,
): Promise<{ unit: string } | Refusal> {
  const { year, unit: id } = request.params
  return actOnRoster(request, request.params, async (tx, roster) => {
    const mark = await findMark(tx, year, id)
    const unit = roster.units.find(one => one.id === id)
    if (mark === undefined || unit === undefined) return refuse('noSuchUnit', { unit: id })
    if (mark.revision !== seen) return staleRevision(`单位“${unit.name}”`, mark.changedBy, mark.changedAt)
    return decide({ roster, unit, mark }, tx)
  })
}

/** Acts on a unit as it was seen, then answers with the unit as it is now. */
export async function changeUnit(...[request, ...rest]: Parameters<typeof actOnUnit>) {
  const done = await actOnUnit(request, ...rest)
  return isRefusal(done) ? done : viewUnit(request)
}
