import { OTHERS } from '../../../contract/roster/rosterColumns.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type Listed = Answered<'GET /api/years/:year/roster'>['units'][number]

/** Orders units by system: each lead unit with its members below it, then the other units, each under the name of its group. */
export function groupUnits(units: readonly Listed[]): readonly Listed[] {
  const ids = new Set(units.map(({ id }) => id))
  const members = Map.groupBy(units, ({ leadUnit }) => leadUnit)
  const heads = units.filter(({ leadUnit }) => leadUnit === undefined || !ids.has(leadUnit))
  return [
    ...heads.flatMap(lead => {
      const below = members.get(lead.id) ?? []
      const all = below.length === 0 ? [] : [lead, ...below]
      return all.map(unit => ({ ...unit, group: `${lead.name}系统` }))
    }),
    ...heads.filter(({ id }) => !members.has(id)).map(unit => ({ ...unit, group: OTHERS })),
  ]
}
