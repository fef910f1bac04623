import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { readRoster } from './roster.store.ts'
import { findMark, type UnitMark } from './unit.store.ts'

/** 待修改的单位: the year is locked, and the unit is as its editor saw it. */
export interface OpenUnit {
  readonly roster: Roster
  readonly unit: Unit
  readonly mark: UnitMark
}

/** 打开单位以便修改; `noSuchUnit`, or `staleRevision` when somebody changed it after `seen`. */
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
