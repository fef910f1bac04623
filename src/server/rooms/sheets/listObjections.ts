import { objectionColumns } from '../../../contract/sheets/objectionColumns.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { listObjected } from './sheets.store.ts'
import { ruleOf, describeCost } from './presentFinding.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Served, Answered } from '../../platform/http/serveRoutes.ts'
import { loadYear } from '../../year/loadYear.ts'

type Answer = Answered<'GET /api/years/:year/objections'>

/** Lists the objections: those awaiting a decision first, the earliest first; or one of them with the next that waits. */
export async function listObjections({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/objections'>): Promise<Answer | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const { scheme, units } = found
  const rows = (await listObjected(context.db, year)).filter(row => reach.has(row.unit))
  const objections = rows.map(
    ({ id, sheet, unit, quarter, body, state, reason, repliedAt, decidedAt, inspectors, sentBy, team }) => ({
      finding: id,
      sheet,
      unit,
      unitName: units.get(unit)?.name ?? unit,
      quarter,
      row: body.row,
      ruleText: ruleOf(body, scheme)?.rule.text ?? body.rule,
      cost: describeCost(body, scheme),
      reason,
      repliedAt,
      inspectors: [...inspectors],
      state,
      decidedAt: decidedAt ?? undefined,
      mine: sentBy === actor.id || (team?.includes(actor.id) ?? false),
    }),
  )
  const waits = (state: string): number => (state === 'objected' ? 0 : 1)
  const sorted = objections.toSorted((one, other) => waits(one.state) - waits(other.state))
  if (query.of !== undefined) {
    const next = sorted.find(one => one.state === 'objected' && one.finding !== query.of)
    const asked = sorted.filter(one => one.finding === query.of)
    return { today: context.today(), objections: next === undefined ? asked : [...asked, next] }
  }
  const { rows: shown, paging } = await pageRows(sorted, objectionColumns, query)
  return { today: context.today(), objections: shown, paging }
}
