import { latenessNames } from '../../../contract/reports/reportColumns.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { type Day, dayIn, daysBetween } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { enterOccasion } from '../routine/recordOccasion.ts'
import { latenessOf } from './listReports.ts'
import { listLateness, settleLateness } from './lateness.store.ts'
import { loadReports, type ReportContext } from './reportContext.ts'
import { listReportRows } from './reports.store.ts'

type Lateness = Answered<'GET /api/years/:year/reports/lateness'>
type Proposal = Lateness['proposed'][number]

/** Lists the reports that came late or not at all and were not decided on: proposals for the ledger, which the committee confirms. `noReports`. (六（三）, R17) */
export async function viewLateness({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/reports/lateness'>): Promise<Lateness | Refusal> {
  const ground = await loadReports(context.db, year)
  if (isRefusal(ground)) return ground
  const nameOf = (unit: string) => ground.units.get(unit)?.name ?? unit
  const settled = (await listLateness(context.db, year)).filter(({ unit }) => reach.has(unit))
  return {
    due: ground.due,
    today: context.today(),
    recordable: ground.rules.lateness !== undefined && reach.all,
    proposed: await proposeLateness(context.db, ground, reach, { year, today: context.today() }),
    settled: settled.map(({ unit, kind, recorded, reason, by, at }) => ({
      unit,
      unitName: nameOf(unit),
      kind,
      recorded,
      reason,
      by,
      at: toInstant(at),
    })),
  }
}

/** Proposes what is late or missing and not decided on, the longest first. A report that was recorded as missing is not late as well. */
export async function proposeLateness(
  db: Database | Transaction,
  ground: ReportContext,
  reach: Reach,
  { year, today }: { readonly year: number; readonly today: Day },
): Promise<Proposal[]> {
  const { due, appraisees, units } = ground
  if (due === undefined || today <= due) return []
  const rows = new Map((await listReportRows(db, year)).map(row => [row.unit, row]))
  const settled = new Set<string>()
  for (const { unit, kind, recorded } of await listLateness(db, year)) {
    settled.add(`${unit} ${kind}`)
    if (recorded) settled.add(`${unit} late`).add(`${unit} missing`)
  }
  return [...appraisees.values()]
    .filter(({ unit }) => reach.has(unit))
    .flatMap(({ unit, name, leadUnit }): Proposal[] => {
      const kind = latenessOf(rows.get(unit), due, today)
      if (kind === undefined || settled.has(`${unit} ${kind}`)) return []
      const on = rows.get(unit)?.firstHandedOn ?? undefined
      return [
        {
          unit,
          unitName: name,
          leadUnitName: leadUnit && (units.get(leadUnit)?.name ?? leadUnit),
          kind,
          on,
          days: daysBetween(due, on ?? today),
        },
      ]
    })
    .toSorted((one, other) => other.days - one.days)
}

/** Confirms late and missing reports: they are recorded as a return of the due day, in the way of all returns. `latenessUnset`, `latenessGone`, `outOfReach`, `yearSealed`, and those of `enterOccasion`. (R17) */
export async function confirmLateness({
  context,
  actor,
  reach,
  change,
  params: { year },
  body: { units },
}: Served<'POST /api/years/:year/reports/lateness/confirm'>): Promise<
  Answered<'POST /api/years/:year/reports/lateness/confirm'> | Refusal
> {
  return change(async tx => {
    const ground = await loadReports(tx, year)
    if (isRefusal(ground)) return ground
    const { rules, due } = ground
    if (rules.lateness === undefined || due === undefined || !reach.all) return refuse('latenessUnset', {})
    const gone = await whyGone(tx, ground, reach, { year, today: context.today() }, units)
    if (gone !== undefined) return gone
    const rows = units.map(({ unit, kind }) => ({
      year,
      unit,
      kind,
      recorded: true,
      by: actor.name,
      at: context.now().toISOString(),
    }))
    const first = await settleLateness(tx, rows)
    const twice = units.find(({ unit }) => !first.has(unit))
    if (twice !== undefined) return refuse('latenessGone', { unit: nameIn(ground, twice.unit) })
    const { late, missing } = rules.lateness
    const entered = await enterOccasion(tx, context, actor, {
      year,
      keeper: null,
      kind: 'return',
      name: '上报述职报告',
      // A due day in the next year is recorded on the last day of this one.
      heldOn: due > dayIn(year, '12-31') ? dayIn(year, '12-31') : due,
      records: units.map(({ unit, kind }) => ({
        unit,
        counter: kind === 'late' ? late : missing,
        note: '',
      })),
    })
    if (isRefusal(entered)) return entered
    const confirmed = units.map(({ unit, kind }): TrailEvent => ({
      kind: 'reportLatenessConfirmed',
      year,
      unit,
      values: { what: latenessNames[kind] },
    }))
    const [occasion, ...more] = entered.events
    return { answer: { recorded: units.length }, events: [occasion, ...more, ...confirmed] }
  })
}

/** Decides that a late or missing report is not recorded, with the reason. `latenessGone`. */
export async function dropLateness({
  context,
  actor,
  reach,
  change,
  params: { year },
  body: { unit, kind, reason },
}: Served<'POST /api/years/:year/reports/lateness/drop'>): Promise<
  Answered<'POST /api/years/:year/reports/lateness/drop'> | Refusal
> {
  return change(async tx => {
    const ground = await loadReports(tx, year)
    if (isRefusal(ground)) return ground
    if (!reach.all) return refuse('latenessUnset', {})
    const gone = await whyGone(tx, ground, reach, { year, today: context.today() }, [{ unit, kind }])
    if (gone !== undefined) return gone
    const at = context.now().toISOString()
    await settleLateness(tx, [{ year, unit, kind, recorded: false, reason, by: actor.name, at }])
    const values = { what: latenessNames[kind], reason }
    return { answer: { unit }, events: [{ kind: 'reportLatenessDropped', year, unit, values }] }
  })
}

/** Refuses what is no longer proposed. */
async function whyGone(
  tx: Transaction,
  ground: ReportContext,
  reach: Reach,
  at: { readonly year: number; readonly today: Day },
  units: readonly { readonly unit: string; readonly kind: 'late' | 'missing' }[],
): Promise<Refusal | undefined> {
  const proposed = new Set(
    (await proposeLateness(tx, ground, reach, at)).map(({ unit, kind }) => `${unit} ${kind}`),
  )
  const gone = units.find(({ unit, kind }) => !proposed.has(`${unit} ${kind}`))
  return gone && refuse('latenessGone', { unit: nameIn(ground, gone.unit) })
}

function nameIn({ units }: ReportContext, unit: string): string {
  return units.get(unit)?.name ?? unit
}
