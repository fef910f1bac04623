import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { applyEdit, checkEdit, type RosterEdit } from './rosterEdit.ts'
import { addHolders, dropHolders, markUnits, putUnits, removeUnits, type Stamp } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'

/** Writes a change to the roster after the whole roster was checked with it. The year is already locked. */
export async function writeEdit(
  tx: Transaction,
  year: number,
  before: Roster,
  edit: RosterEdit,
  stamp: Stamp,
): Promise<Refusal | undefined> {
  const scheme = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const faulty = checkEdit(scheme, before, applyEdit(before, edit))
  if (faulty !== undefined) return faulty
  if (edit.remove !== undefined) await removeUnits(tx, year, edit.remove)
  if (edit.put !== undefined) await putUnits(tx, year, edit.put, stamp)
  const held = [...(edit.holders?.keys() ?? [])]
  if (held.length === 0) return undefined
  await dropHolders(tx, year, held)
  await addHolders(tx, year, [...edit.holders!.values()].flat())
  const put = new Set(edit.put?.map(unit => unit.id))
  await markUnits(
    tx,
    year,
    held.filter(unit => !put.has(unit)),
    stamp,
  )
  return undefined
}
