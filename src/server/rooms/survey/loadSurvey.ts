import { decideSurvey } from '../../../domain/campaign/survey/decideSurvey.ts'
import type { SurveyStep } from '../../../domain/campaign/survey/surveyState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { Component, SurveyMethod } from '../../../domain/scheme/component.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import { findSurvey, type SurveyRow } from './survey.store.ts'

/** A component with a survey, and the fewest valid answers that make a result. */
export interface Surveyed {
  readonly component: Component
  readonly method: SurveyMethod
  readonly least: number
  /** What each answer is worth, in points; null where it is not scored. (R7) */
  readonly worth: Readonly<Record<string, number | null>>
}

/** A survey with what it is judged by. */
export interface LoadedSurvey extends YearContext {
  readonly row: SurveyRow
  readonly surveyed: Surveyed
}

/** The address of a survey. */
export interface SurveyAddress {
  readonly year: number
  readonly survey: string
}

/** Fewer answers are never shown, whatever the scheme says. */
const SHOWN_LEAST = 10

/** Lists the components of a scheme that have a survey. */
export function listSurveyed(scheme: Scheme): readonly Surveyed[] {
  const rulings = indexRulings(scheme)
  return scheme.components.flatMap(component => {
    const method = component.methods.find(one => one.kind === 'survey')
    const scale = rulings.find('surveyScale', component.id)?.answer
    if (method === undefined) return []
    return [
      {
        component,
        method,
        least: Math.max(SHOWN_LEAST, scale?.minimumValid ?? 0),
        worth: Object.fromEntries(
          Object.entries(scale?.points ?? {}).map(([id, points]) => [
            id,
            points === null ? null : toDecimal(points),
          ]),
        ),
      },
    ]
  })
}

/** Finds a component with a survey. `noSurveyComponent`. */
export function findSurveyed(scheme: Scheme, component: string): Surveyed | Refusal {
  return listSurveyed(scheme).find(one => one.component.id === component) ?? refuse('noSurveyComponent', {})
}

/** Loads a survey; with `lock`, locks it until the transaction ends. `notFound`, `noSurveyComponent`, `staleRevision`. */
export async function loadSurvey(
  db: Database | Transaction,
  { year, survey: id }: SurveyAddress,
  { lock = false, revision }: { readonly lock?: boolean; readonly revision?: number } = {},
): Promise<LoadedSurvey | Refusal> {
  const found = await loadYear(db, year)
  if (isRefusal(found)) return found
  const row = await findSurvey(db, year, id, lock)
  if (row === undefined) return refuse('notFound', { what: '这项调查' })
  if (revision !== undefined && row.revision !== revision)
    return staleRevision('这项调查', row.changedBy, row.changedAt)
  const surveyed = findSurveyed(found.scheme, row.component)
  return isRefusal(surveyed) ? surveyed : { ...found, row, surveyed }
}

/** The steps that wait until the sample of a frozen frame is drawn. */
const FROZEN: readonly SurveyStep[] = ['plan', 'list', 'draw']

/** Decides a step of a loaded survey. `surveyStep`, `surveyDrawing`. */
export function decideLoaded({ row }: Pick<LoadedSurvey, 'row'>, step: SurveyStep) {
  if (row.seed !== null && row.drawnAt === null && FROZEN.includes(step)) return refuse('surveyDrawing', {})
  return decideSurvey({ stage: row.stage, way: row.commission.way }, step)
}

/** Returns the name of a unit. */
export function unitNameOf({ units }: Pick<YearContext, 'units'>, id: string): string {
  return units.get(id)?.name ?? id
}

/** Returns the name of a group. */
export function groupNameOf({ method }: Surveyed, id: string): string {
  return method.groups.find(group => group.id === id)?.name ?? id
}

/** Returns the scored question of a questionnaire. */
export function scoredQuestion({ questionnaire }: SurveyRow): string {
  return questionnaire.questions.find(one => one.kind === 'satisfaction' && one.counts)?.id ?? ''
}
