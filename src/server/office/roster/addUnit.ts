import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Holder, Unit } from '../../../domain/year/roster/roster.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from './bumpCycle.store.ts'
import { readRoster, type Stamp } from './roster.store.ts'
import { writeEdit } from './writeEdit.ts'

/** Adds a unit with its holders to the roster; refused if the roster would become invalid. (一) */
export async function addUnit(
  tx: Transaction,
  year: number,
  { unit, holders }: { readonly unit: Unit; readonly holders: readonly Holder[] },
  stamp: Stamp,
): Promise<Done<null> | Refusal> {
  const locked = await bumpCycle(tx, year)
  if (isRefusal(locked)) return locked
  const roster = await readRoster(tx, year)
  const same = roster.units.find(one => one.id === unit.id)
  if (same !== undefined) return refuse('unitIdTwice', { id: unit.id, first: `“${same.name}”` })
  const refused = await writeEdit(
    tx,
    year,
    roster,
    { put: [unit], holders: new Map([[unit.id, holders]]) },
    stamp,
  )
  if (refused !== undefined) return refused
  return {
    answer: null,
    events: [
      {
        kind: 'unitAdded',
        year,
        unit: unit.id,
        values: { unit: unit.id, name: unit.name, holders: holders.length },
      },
    ],
  }
}
