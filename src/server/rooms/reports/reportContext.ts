import { type ReportTerms, reportTerms } from '../../../domain/campaign/report/reportTerms.ts'
import type { ReportState } from '../../../domain/campaign/report/reportState.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { listDeadlines } from '../../../domain/scheme/listDeadlines.ts'
import { LEAD_UNIT_VETS, type ReportRules } from '../../../domain/scheme/reportRules.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import { type Appraisee, appointAppraisees } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import type { ReportRow } from './reports.store.ts'
import type { StepRow } from './vetting.store.ts'

/** What reports of a year are judged by: the scheme's rules, who reports, and until when. */
export interface ReportContext extends YearContext {
  readonly rules: ReportRules
  readonly terms: ReportTerms
  readonly due: Day | undefined
  readonly appraisees: ReadonlyMap<string, Appraisee>
}

/** One who vets. */
export interface Vetter {
  readonly vetter: string
  readonly name: string
}

/** Loads what reports are judged by. `notFound`, `yearWithoutScheme`, `noReports`. */
export async function loadReports(
  db: Database | Transaction,
  year: number,
): Promise<ReportContext | Refusal> {
  const found = await loadYear(db, year)
  return isRefusal(found) ? found : (reportContextOf(found) ?? refuse('noReports', { year }))
}

/** Derives what reports are judged by; nothing where the scheme asks for none. */
export function reportContextOf(found: YearContext): ReportContext | undefined {
  const { scheme, roster } = found
  const terms = reportTerms(scheme)
  if (scheme.report === undefined || terms === undefined) return undefined
  const midYear = indexRulings(scheme).find('midYearChange')?.answer
  const appraisees = appointAppraisees(scheme, roster, midYear ?? { answers: 'holderOnDay', day: '12-31' })
  return {
    ...found,
    rules: scheme.report,
    terms,
    due: listDeadlines(scheme).find(({ id }) => id === scheme.report!.deadline)?.due,
    appraisees: new Map(appraisees.map(one => [one.unit, one])),
  }
}

/** Finds who reports for a unit. `noSuchUnit`, `notReporting`. */
export function appraiseeOf({ appraisees, units }: ReportContext, unit: string): Appraisee | Refusal {
  const found = appraisees.get(unit)
  if (found !== undefined) return found
  const known = units.get(unit)
  return known === undefined ? refuse('noSuchUnit', { unit }) : refuse('notReporting', { unit: known.name })
}

/** Lists who vets the report of a unit, each for itself: the organizer's bodies, and its lead unit if it has one. (六（三）) */
export function vettersOf({ rules, units }: ReportContext, { leadUnit }: Appraisee): readonly Vetter[] {
  const lead = rules.leadUnitVets && leadUnit !== undefined ? units.get(leadUnit) : undefined
  return [
    ...rules.bodies.map(({ id, name }) => ({ vetter: id, name })),
    ...(lead === undefined ? [] : [{ vetter: LEAD_UNIT_VETS, name: lead.name }]),
  ]
}

/** Checks whether somebody may vet a unit's report for this one of those who vet: the committee for its bodies, a lead unit for itself, nobody for their own unit. */
export function mayVetFor({ grants }: Actor, { unit, leadUnit }: Appraisee, vetter: string): boolean {
  if (grants.some(grant => grant.unit === unit)) return false
  return vetter === LEAD_UNIT_VETS
    ? leadUnit !== undefined && grants.some(({ role, unit: own }) => role === 'leadUnit' && own === leadUnit)
    : grants.some(({ role }) => role === 'committee')
}

/** Returns the state of a stored report; a draft if nothing is stored. */
export function stateOf(
  row: Pick<ReportRow, 'state' | 'handedNth'> | undefined,
  vetters: readonly Vetter[],
  steps: readonly StepRow[],
): ReportState {
  const ids = vetters.map(({ vetter }) => vetter)
  switch (row?.state) {
    case 'handedIn':
      return { kind: 'handedIn', vetters: ids, signed: signedOf(steps, row.handedNth) }
    case 'vetted':
      return { kind: 'vetted', vetters: ids }
    case 'returned':
      return { kind: 'returned' }
    default:
      return { kind: 'draft' }
  }
}

function signedOf(steps: readonly StepRow[], nth: number): readonly string[] {
  return steps.filter(step => step.nth === nth && step.kind === 'signed').map(({ vetter }) => vetter)
}
