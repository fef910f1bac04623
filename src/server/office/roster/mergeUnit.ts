import { printDay } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { changeUnit } from './actOnRoster.ts'

/** Merges a unit: it closes on that day and `into` succeeds it, with its earlier results. A lead unit keeps its members until they get another lead unit. (R21) */
export function mergeUnit(request: Served<'POST /api/years/:year/roster/:unit/merger'>) {
  const id = request.params.unit
  const { revision, into, on } = request.body
  return changeUnit(request, revision, ({ unit, roster }) => {
    const other = roster.units.find(one => one.id === into)
    if (other === undefined) return refuse('noSuchUnit', { unit: into })
    if (into === id) return refuse('mergeIntoItself', { unit: unit.name })
    const closed = other.closesOn !== undefined && other.closesOn <= on ? other.closesOn : undefined
    const wrongDay = closedOrNotOpen(unit, unit.closesOn, on) ?? closedOrNotOpen(other, closed, on)
    if (wrongDay !== undefined) return wrongDay
    const members = roster.units.filter(
      one => one.leadUnit === id && (one.closesOn === undefined || one.closesOn > on),
    )
    if (members.length > 0) return leadsOthers(unit, members)
    const succeeds = [...new Set([...(other.succeeds ?? []), id])]
    return {
      edit: {
        put: [
          { ...unit, closesOn: on },
          { ...other, succeeds },
        ],
      },
      event: {
        kind: 'unitMerged',
        values: { unit: id, name: unit.name, into, intoName: other.name, on: printDay(on) },
      },
    }
  })
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
