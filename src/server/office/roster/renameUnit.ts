import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadUnit } from './loadUnit.ts'
import type { Stamp } from './roster.store.ts'
import { writeFormerNames } from './unit.store.ts'
import { writeEdit } from './writeEdit.ts'

/** Renames a unit from that day on; the old name is kept with its last day. Days must be in order. */
export async function renameUnit(
  tx: Transaction,
  year: number,
  id: string,
  { revision, name, on }: { readonly revision: number; readonly name: string; readonly on: string },
  stamp: Stamp,
): Promise<Done<null> | Refusal> {
  const opened = await loadUnit(tx, year, id, revision)
  if (isRefusal(opened)) return opened
  const { unit, mark } = opened
  if (unit.name === name) return refuse('renameToSame', { name })
  const last = mark.formerNames.at(-1)
  if (last !== undefined && on <= last.until)
    return refuse('renameBeforeLast', { name: last.name, until: printDay(last.until) })
  const refused = await writeEdit(tx, year, opened.roster, { put: [{ ...unit, name }] }, stamp)
  if (refused !== undefined) return refused
  await writeFormerNames(tx, year, id, [...mark.formerNames, { name: unit.name, until: on }])
  return {
    answer: null,
    events: [
      {
        kind: 'unitRenamed',
        year,
        unit: id,
        values: { unit: id, from: unit.name, to: name, on: printDay(on) },
      },
    ],
  }
}
