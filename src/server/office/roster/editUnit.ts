import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Holder, Unit } from '../../../domain/year/roster/roster.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadUnit } from './loadUnit.ts'
import type { Stamp } from './roster.store.ts'
import { schemeOfYear } from './schemeOfYear.ts'
import { describeHolderChanges, describeUnitChanges } from './describeUnitChanges.ts'
import { writeEdit } from './writeEdit.ts'

/** The content of a unit edit: the whole unit, with the revision that was seen. */
export interface UnitEdited {
  readonly revision: number
  readonly unit: Unit
  readonly holders: readonly Holder[]
}

/** Edits a unit and its terms. (一) */
export async function editUnit(
  tx: Transaction,
  year: number,
  id: string,
  edited: UnitEdited,
  stamp: Stamp,
): Promise<Done<null> | Refusal> {
  const { unit, holders } = edited
  if (unit.id !== id) return refuse('unitIdFixed', { unit: id })
  const opened = await loadUnit(tx, year, id, edited.revision)
  if (isRefusal(opened)) return opened
  const scheme = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const names = new Map(opened.roster.units.map(one => [one.id, one.name]))
  const ofUnit = opened.roster.holders.filter(holder => holder.unit === id)
  const [unitChanges, holderChanges] = [
    describeUnitChanges(opened.unit, unit, scheme, one => names.get(one) ?? one),
    describeHolderChanges(ofUnit, holders),
  ]
  if (unitChanges.length + holderChanges.length === 0) return refuse('unitUnchanged', { unit: unit.name })
  const edit = {
    ...(unitChanges.length > 0 && { put: [unit] }),
    ...(holderChanges.length > 0 && { holders: new Map([[id, holders]]) }),
  }
  const refused = await writeEdit(tx, year, opened.roster, edit, stamp)
  if (refused !== undefined) return refused
  const values = { unit: id, name: opened.unit.name, changes: [...unitChanges, ...holderChanges] }
  return { answer: null, events: [{ kind: 'unitChanged', year, unit: id, values }] }
}
