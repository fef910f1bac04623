import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { changeUnit } from './actOnRoster.ts'
import { describeHolderChanges, describeUnitChanges } from './describeUnitChanges.ts'
import { schemeOfYear } from './schemeOfYear.ts'

/** Edits a unit and its terms. (一) */
export async function editUnit(request: Served<'PUT /api/years/:year/roster/:unit'>) {
  const { year, unit: id } = request.params
  const { unit, revision } = request.body
  if (unit.id !== id) return refuse('unitIdFixed', { unit: id })
  const holders = request.body.holders.map(holder => ({ unit: id, ...holder }))
  return changeUnit(request, revision, async ({ roster, unit: before }, tx) => {
    const scheme = await schemeOfYear(tx, year)
    if (isRefusal(scheme)) return scheme
    const names = new Map(roster.units.map(one => [one.id, one.name]))
    const ofUnit = roster.holders.filter(holder => holder.unit === id)
    const unitChanges = describeUnitChanges(before, unit, scheme, one => names.get(one) ?? one)
    const holderChanges = describeHolderChanges(ofUnit, holders)
    const changes = [...unitChanges, ...holderChanges]
    if (changes.length === 0) return refuse('unitUnchanged', { unit: unit.name })
    return {
      edit: {
        ...(unitChanges.length > 0 && { put: [unit] }),
        ...(holderChanges.length > 0 && { holders: new Map([[id, holders]]) }),
      },
      event: { kind: 'unitChanged', values: { unit: id, name: before.name, changes } },
    }
  })
}
