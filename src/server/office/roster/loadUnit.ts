import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { readRoster } from './roster.store.ts'
import { findMark, type UnitMark } from './unit.store.ts'

/** A unit loaded for a change: the year is locked, and the unit is at the revision seen. */
export interface OpenUnit {
  readonly roster: Roster
  readonly unit: Unit
  readonly mark: UnitMark
}

/** Loads a unit for a change; `noSuchUnit`, or `staleRevision` if it was changed after `seen`. */
export async function loadUnit(
  tx: Transaction,
  year: number,
  id: string,
  seen: number,
): Promise<OpenUnit | Refusal> {
  const locked = await bumpCycle(tx, year)
  if (isRefusal(locked)) return locked
  const mark = await findMark(tx, year, id)
  if (mark === undefined) return refuse('noSuchUnit', { unit: id })
  const roster = await readRoster(tx, year)
  const unit = roster.units.find(one => one.id === id)!
  if (mark.revision !== seen) {
    return refuse('staleRevision', {
      what: `单位“${unit.name}”`,
      by: mark.changedBy,
      at: formatInstant(mark.changedAt.toISOString()),
    })
  }
  return { roster, unit, mark }
}
