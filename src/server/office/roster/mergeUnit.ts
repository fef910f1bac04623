import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadUnit } from './loadUnit.ts'
import type { Stamp } from './roster.store.ts'
import { writeEdit } from './writeEdit.ts'

/** Merges a unit: it closes on that day and `into` succeeds it, with its earlier results. A lead unit keeps its members until they get another lead unit. (R21) */
export async function mergeUnit(
  tx: Transaction,
  year: number,
  id: string,
  { revision, into, on }: { readonly revision: number; readonly into: string; readonly on: string },
  stamp: Stamp,
): Promise<Done<null> | Refusal> {
  const opened = await loadUnit(tx, year, id, revision)
  if (isRefusal(opened)) return opened
  const { unit, roster } = opened
  const other = roster.units.find(one => one.id === into)
  if (other === undefined) return refuse('noSuchUnit', { unit: into })
  if (into === id) return refuse('mergeIntoItself', { unit: unit.name })
  const wrongDay =
    closedOrNotOpen(unit, unit.closesOn, on) ??
    closedOrNotOpen(
      other,
      other.closesOn !== undefined && other.closesOn <= on ? other.closesOn : undefined,
      on,
    )
  if (wrongDay !== undefined) return wrongDay
  const members = roster.units.filter(
    one => one.leadUnit === id && (one.closesOn === undefined || one.closesOn > on),
  )
  if (members.length > 0) return leadsOthers(unit, members)
  const succeeds = [...new Set([...(other.succeeds ?? []), id])]
  const refused = await writeEdit(
    tx,
    year,
    roster,
    {
      put: [
        { ...unit, closesOn: on },
        { ...other, succeeds },
      ],
    },
    stamp,
  )
  if (refused !== undefined) return refused
  const values = { unit: id, name: unit.name, into, intoName: other.name, on: printDay(on) }
  return { answer: null, events: [{ kind: 'unitMerged', year, unit: id, values }] }
}

function closedOrNotOpen(unit: Unit, closed: string | undefined, on: string): Refusal | undefined {
  if (closed !== undefined) return refuse('unitAlreadyClosed', { unit: unit.name, day: printDay(closed) })
  return unit.opensOn !== undefined && unit.opensOn > on
    ? refuse('unitNotYetOpen', { unit: unit.name, day: printDay(unit.opensOn) })
    : undefined
}

/** The refusal for a unit that leads others. */
export function leadsOthers(unit: Unit, members: readonly Unit[]): Refusal {
  const names = members.slice(0, 5).map(one => one.name)
  return refuse('unitHasMembers', {
    unit: unit.name,
    total: members.length,
    members: names.join('、') + (members.length > names.length ? '等' : ''),
  })
}
