import { seenState } from '../../../domain/campaign/plan/decideRound.ts'
import type { VisitLoss } from '../../../domain/campaign/plan/strictness.ts'
import { standingOf, type SheetState } from '../../../domain/campaign/sheet/sheetState.ts'
import { daysBetween, type Quarter } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Assignment, assignmentsOfRound } from '../rounds/assignments.store.ts'
import { findRound } from '../rounds/rounds.store.ts'
import { briefsOfRound, type FindingBrief, findingsByQuarter, type SheetBrief } from './overview.store.ts'
import { contentOf, type Loss, createLosses } from './overviewLosses.ts'
import { type Overview, presentPeople } from './overviewPeople.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { loadYear } from '../../year/loadYear.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'

type Counts = Overview['total']
type Standing = keyof Counts

const WHOLE_ROLES: ReadonlySet<string> = new Set(['committee', 'leadingGroup', 'auditor'])
const LATE_TOLD = 200

/** Gives the overview of a round; a lead unit or unit sees only its own part and nobody's strictness. (三（二）2, 四（二）) */
export async function overviewRound({
  context,
  actor,
  reach,
  params: { year, round: id },
}: Served<'GET /api/years/:year/rounds/:round/overview'>): Promise<Overview | Refusal> {
  const round = await findRound(context.db, year, id)
  if (round === undefined || (!reach.all && round.state === 'drafted'))
    return refuse('notFound', { what: '这一轮核查' })
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const { scheme, units } = found
  const assignments = (await assignmentsOfRound(context.db, id)).filter(
    one => one.state !== 'cancelled' && reach.has(one.unit),
  )
  const today = context.today()
  const { sheets, findings } = await briefsOfRound(context.db, id)
  const isOpen = (await whyYearClosed(context.db, year)) === undefined
  const standings = standingsOf(assignments, sheets, findings, isOpen ? today : undefined)
  const seen = await lossesOf(context, scheme, units, assignments, sheets, findings)
  const whole = actor.grants.some(grant => WHOLE_ROLES.has(grant.role))
  return {
    round: id,
    name: round.name,
    quarter: round.quarter,
    state: seenState(round.state, round.fromDay, today),
    total: countOf(assignments, standings),
    groups: groupsOf(assignments, standings, units),
    late: round.state === 'ended' ? [] : lateOf(assignments, units, today),
    rows: rowsOf(seen.map(one => one.loss)),
    inspected: seen.length,
    people: whole
      ? presentPeople(
          seen.map(one => one.visit),
          namesOf(assignments),
        )
      : [],
  }
}

/** Returns the standing of each visit; a finished visit without a sheet, entered by hand or imported, is settled. */
function standingsOf(
  assignments: readonly Assignment[],
  sheets: readonly SheetBrief[],
  findings: readonly FindingBrief[],
  today: string | undefined,
): ReadonlyMap<string, Standing> {
  const bySheet = groupBy(findings, finding => finding.sheet)
  const byAssignment = groupBy(sheets, one => one.assignment)
  return new Map(
    assignments.map(({ id, state }): [string, Standing] => {
      const own = byAssignment.get(id) ?? []
      const first = own.find(one => one.state === 'inForce') ?? own.find(one => one.state !== 'setAside')
      if (first === undefined) return [id, state === 'done' ? 'settled' : 'waiting']
      const of: SheetState =
        first.state === 'inForce'
          ? {
              kind: 'inForce',
              due: first.due ?? today ?? '',
              others: own.some(one => one.state === 'beside'),
            }
          : { kind: first.state }
      const standing = standingOf(
        of,
        (bySheet.get(first.id) ?? []).map(finding => finding.state),
        today,
      )
      return [id, STANDINGS[standing]]
    }),
  )
}

const STANDINGS = {
  sent: 'underWay',
  doubled: 'underWay',
  setAside: 'underWay',
  replying: 'sent',
  deciding: 'objected',
  settled: 'settled',
} as const

function countOf(assignments: readonly Assignment[], standings: ReadonlyMap<string, Standing>): Counts {
  const counts: { -readonly [K in Standing]: number } = {
    waiting: 0,
    underWay: 0,
    sent: 0,
    objected: 0,
    settled: 0,
  }
  for (const { id } of assignments) counts[standings.get(id)!]++
  return counts
}

function groupsOf(
  assignments: readonly Assignment[],
  standings: ReadonlyMap<string, Standing>,
  units: ReadonlyMap<string, Unit>,
): Overview['groups'] {
  const order = new Intl.Collator('zh')
  return [...groupBy(assignments, one => units.get(one.unit)?.leadUnit ?? one.unit)]
    .map(([unit, own]) => ({
      unit,
      name: units.get(unit)?.name ?? unit,
      units: own.length,
      counts: countOf(own, standings),
    }))
    .toSorted(
      (one, other) => other.counts.waiting - one.counts.waiting || order.compare(one.name, other.name),
    )
}

function lateOf(
  assignments: readonly Assignment[],
  units: ReadonlyMap<string, Unit>,
  today: string,
): Overview['late'] {
  return assignments
    .filter(one => one.state === 'planned' && one.plannedOn !== undefined && one.plannedOn < today)
    .slice(0, LATE_TOLD)
    .map(({ id, unit, plannedOn, inspectors }) => ({
      assignment: id,
      unit,
      unitName: units.get(unit)?.name ?? unit,
      plannedOn: plannedOn!,
      people: inspectors.map(one => one.name).join('、'),
      days: daysBetween(plannedOn!, today),
    }))
}

interface Seen {
  readonly loss: Loss
  readonly visit: VisitLoss
}

/** Returns what each visit of the round cost: from its sheet if there is one, otherwise from the facts of the quarter. */
async function lossesOf(
  context: AppContext,
  scheme: Scheme,
  units: ReadonlyMap<string, Unit>,
  assignments: readonly Assignment[],
  sheets: readonly SheetBrief[],
  findings: readonly FindingBrief[],
): Promise<readonly Seen[]> {
  const year = await findingsByQuarter(context.db, scheme.cycle)
  const lossFor = createLosses(scheme)
  const bySheet = groupBy(findings, finding => finding.sheet)
  const inForce = new Map(sheets.filter(one => one.state === 'inForce').map(one => [one.assignment, one.id]))
  return assignments.flatMap(({ id, unit, quarter, inspectors, state }): Seen[] => {
    const sheet = inForce.get(id)
    const tier = units.get(unit)?.tier
    if (tier === undefined || (sheet === undefined && state !== 'done')) return []
    const found =
      sheet === undefined
        ? (year.get(unit)?.get(quarter) ?? [])
        : (bySheet.get(sheet) ?? []).filter(one => one.state !== 'dropped').map(one => one.body)
    const loss = lossFor(tier, unit, quarter, found)
    const others = [...(year.get(unit) ?? [])]
      .filter(([other]) => other !== quarter)
      .map(([other, list]) => lossFor(tier, unit, other as Quarter, list).lost)
    const usual =
      others.length === 0 ? {} : { usual: others.reduce((sum, lost) => sum + lost, 0) / others.length / 1000 }
    const content = found.length === 0 ? `nothing at ${unit}` : contentOf(found)
    return [
      {
        loss,
        visit: { unit, inspectors: inspectors.map(one => one.id), lost: loss.lost / 1000, ...usual, content },
      },
    ]
  })
}

const ROWS_TOLD = 10

function rowsOf(losses: readonly Loss[]): Overview['rows'] {
  return [
    ...groupBy(
      losses.flatMap(loss => loss.rows),
      one => one.row,
    ),
  ]
    .map(([row, own]) => ({
      row,
      title: own[0]!.title,
      units: own.length,
      lost: Math.round(own.reduce((sum, one) => sum + one.lost, 0) / own.length / 10) / 100,
    }))
    .toSorted((one, other) => other.units - one.units || other.lost - one.lost)
    .slice(0, ROWS_TOLD)
}

function namesOf(assignments: readonly Assignment[]): (inspector: string) => string {
  const names = new Map(assignments.flatMap(one => one.inspectors.map(each => [each.id, each.name] as const)))
  return id => names.get(id) ?? id
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, keyOf)
}
