import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { actOnRoster } from './actOnRoster.ts'
import { viewUnit } from './viewUnit.ts'

/** Adds a unit with its holders to the roster; refused if the roster would become invalid. (一) */
export async function addUnit(request: Served<'POST /api/years/:year/roster'>) {
  const { unit, holders } = request.body
  const { id, name } = unit
  const params = { year: request.params.year, unit: id }
  const done = await actOnRoster(request, params, async (_, { units }) => {
    const same = units.find(one => one.id === id)
    if (same !== undefined) return refuse('unitIdTwice', { id, first: `“${same.name}”` })
    const own = holders.map(holder => ({ unit: id, ...holder }))
    return {
      edit: { put: [unit], holders: new Map([[id, own]]) },
      event: { kind: 'unitAdded', values: { unit: id, name, holders: holders.length } },
    }
  })
  return isRefusal(done) ? done : viewUnit({ ...request, params })
}
