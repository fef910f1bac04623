import { reportColumns } from '../../../contract/reports/reportColumns.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { loadReports, mayVetFor, type ReportContext, vettersOf } from './reportContext.ts'
import { type ListedReport, listReportRows } from './reports.store.ts'
import { presentTerms, presentVetter } from './presentReport.ts'
import { stepsByUnit } from './vetting.store.ts'

type ReportList = Answered<'GET /api/years/:year/reports'>

/** One report of the list. */
export type ReportLine = ReportList['reports'][number]

/** Lists the reports of a year within reach: those that wait for the reader first, then the late ones. `noReports`. (六（三）) */
export async function listReports({
  context,
  actor,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/reports'>): Promise<ReportList | Refusal> {
  const ground = await loadReports(context.db, year)
  if (isRefusal(ground)) return ground
  const today = context.today()
  const lines = await reportLines(context.db, ground, { actor, reach, year, today })
  const { rows: reports, paging } = await pageRows(lines, reportColumns, query)
  const tiers = ground.scheme.tiers.map(({ id, name }) => ({ id, name }))
  return { year, today, due: ground.due, terms: presentTerms(ground.terms), tiers, reports, paging }
}

/** Returns the lines of all reports within reach. */
export async function reportLines(
  db: Database,
  ground: ReportContext,
  {
    actor,
    reach,
    year,
    today,
  }: { readonly actor: Actor; readonly reach: Reach; readonly year: number; readonly today: Day },
): Promise<ReportLine[]> {
  const rows = new Map((await listReportRows(db, year)).map(row => [row.unit, row]))
  const steps = await stepsByUnit(db, year)
  const { scheme, units, appraisees, due } = ground
  const tiers = new Map(scheme.tiers.map(({ id, name }) => [id, name]))
  const byName = new Intl.Collator('zh')
  return [...appraisees.values()]
    .filter(({ unit }) => reach.has(unit))
    .map((appraisee): ReportLine => {
      const { unit, leadUnit } = appraisee
      const row = rows.get(unit)
      const vetters = vettersOf(ground, appraisee).map(one =>
        presentVetter(one, row, steps.get(unit) ?? [], mayVetFor(actor, appraisee, one.vetter)),
      )
      return {
        unit,
        unitName: appraisee.name,
        tierName: tiers.get(appraisee.tier) ?? appraisee.tier,
        leadUnitName: leadUnit && (units.get(leadUnit)?.name ?? leadUnit),
        secretary: appraisee.personName,
        state: row?.state ?? 'absent',
        words: row?.words ?? undefined,
        waived: row?.waiver != null,
        nth: row?.handedNth === 0 ? undefined : row?.handedNth,
        handedOn: row?.firstHandedOn ?? undefined,
        behalf: row?.behalf != null,
        lateness: latenessOf(row, due, today),
        vetters: vetters.map(({ mayVet: _mayVet, reason: _reason, ...one }) => one),
        waits: row?.state === 'handedIn' && vetters.some(one => one.mayVet && one.state === 'waiting'),
        slides: row?.slides?.pages,
      }
    })
    .toSorted((one, other) => orderOf(one) - orderOf(other) || byName.compare(one.unitName, other.unitName))
}

/** Returns whether a report came late, or is missing after the due day. (六（三）) */
export function latenessOf(
  row: Pick<ListedReport, 'firstHandedOn'> | undefined,
  due: Day | undefined,
  today: Day,
): 'late' | 'missing' | undefined {
  if (due === undefined) return undefined
  const handed = row?.firstHandedOn ?? undefined
  if (handed === undefined) return today > due ? 'missing' : undefined
  return handed > due ? 'late' : undefined
}

function orderOf({ waits, lateness, state }: ReportLine): number {
  if (waits) return 0
  if (lateness === 'missing') return 1
  return state === 'vetted' ? 3 : 2
}
