import { printDay } from '../../../domain/kernel/calendar.ts'
import { refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { changeUnit } from './actOnRoster.ts'
import { writeFormerNames } from './unit.store.ts'

/** Renames a unit from that day on; the old name is kept with its last day. Days must be in order. */
export function renameUnit(request: Served<'POST /api/years/:year/roster/:unit/name'>) {
  const { year, unit: id } = request.params
  const { name, on, revision } = request.body
  return changeUnit(request, revision, ({ unit, mark: { formerNames } }) => {
    if (unit.name === name) return refuse('renameToSame', { name })
    const last = formerNames.at(-1)
    if (last !== undefined && on <= last.until)
      return refuse('renameBeforeLast', { name: last.name, until: printDay(last.until) })
    return {
      edit: { put: [{ ...unit, name }] },
      also: tx => writeFormerNames(tx, year, id, [...formerNames, { name: unit.name, until: on }]),
      event: { kind: 'unitRenamed', values: { unit: id, from: unit.name, to: name, on: printDay(on) } },
    }
  })
}
