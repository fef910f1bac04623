import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { leadsOthers } from './mergeUnit.ts'
import { loadUnit } from './loadUnit.ts'
import type { Stamp } from './roster.store.ts'
import { countFacts, countWork } from './unit.store.ts'
import { writeEdit } from './writeEdit.ts'

/** Removes a unit entered by mistake: only one without facts, work of the year, members or predecessors. */
export async function removeUnit(
  tx: Transaction,
  year: number,
  id: string,
  seen: number,
  stamp: Stamp,
): Promise<Done<{ unit: string }> | Refusal> {
  const opened = await loadUnit(tx, year, id, seen)
  if (isRefusal(opened)) return opened
  const { unit, roster } = opened
  const members = roster.units.filter(one => one.leadUnit === id)
  if (members.length > 0) return leadsOthers(unit, members)
  const heir = roster.units.find(one => one.succeeds?.includes(id))
  if (heir !== undefined) return refuse('unitSucceeded', { unit: unit.name, by: heir.name })
  const facts = await countFacts(tx, year, id)
  if (facts > 0) return refuse('unitHasFacts', { unit: unit.name, total: facts })
  const work = await countWork(tx, year, id)
  if (work.length > 0)
    return refuse('unitInUse', {
      unit: unit.name,
      work: work.map(({ what, count }) => `${what} ${count} 项`).join('、'),
    })
  const refused = await writeEdit(tx, year, roster, { remove: [id] }, stamp)
  if (refused !== undefined) return refused
  return {
    answer: { unit: id },
    events: [{ kind: 'unitRemoved', year, unit: id, values: { unit: id, name: unit.name } }],
  }
}
