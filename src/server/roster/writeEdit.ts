import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Roster } from '../../domain/roster/roster.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'
import { applyEdit, checkEdit, type RosterEdit } from './rosterEdit.ts'
import { putUnits, removeUnits, type Stamp } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { markChanged, replaceHolders } from './unit.store.ts'

/** 写入名册的改动, once the whole roster has been checked with it. The year is locked before. */
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
  const put = new Set(edit.put?.map(unit => unit.id))
  for (const [unit, holders] of edit.holders ?? []) {
    await replaceHolders(tx, year, unit, holders)
    if (!put.has(unit)) await markChanged(tx, year, unit, stamp)
  }
  return undefined
}
