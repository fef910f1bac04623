import { refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { actOnUnit } from './actOnRoster.ts'
import { leadsOthers } from './mergeUnit.ts'
import { countFacts, countWork } from './unit.store.ts'

/** Removes a unit entered by mistake: only one without facts, work of the year, members or predecessors. */
export function removeUnit(request: Served<'DELETE /api/years/:year/roster/:unit'>) {
  const { year, unit: id } = request.params
  return actOnUnit(request, request.query.revision, async ({ unit, roster }, tx) => {
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
    return { edit: { remove: [id] }, event: { kind: 'unitRemoved', values: { unit: id, name: unit.name } } }
  })
}
