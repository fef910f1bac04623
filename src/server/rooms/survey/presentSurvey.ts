import type { z } from 'zod'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { surveyAnswer, surveyedComponent, surveyRow } from '../../../contract/survey/surveyParts.ts'
import { askedSizes } from '../../../domain/campaign/survey/askedSizes.ts'
import { type SurveyStep, surveyStepNames } from '../../../domain/campaign/survey/surveyState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { loadYear } from '../../year/loadYear.ts'
import { listEnded } from './endedCalls.ts'
import { countCases } from './frame.store.ts'
import {
  decideLoaded,
  listSurveyed,
  type LoadedSurvey,
  loadSurvey,
  type Surveyed,
  unitNameOf,
} from './loadSurvey.ts'
import { countAnswers, countTalliesElsewhere, listSurveyRows, type SurveyRow } from './survey.store.ts'

/** A survey whole, as answered. */
export type SurveyAnswer = z.output<typeof surveyAnswer>

/** Lists the surveys of a year (民意调查). */
export async function listSurveys({
  context,
  params: { year },
}: Pick<Served<'GET /api/years/:year/surveys'>, 'context' | 'params'>): Promise<
  Answered<'GET /api/years/:year/surveys'> | Refusal
> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const components = listSurveyed(found.scheme)
  const counts = await countAnswers(context.db, { year })
  const rows = await listSurveyRows(context.db, year)
  const under = new Map<string, number>()
  for (const { id, stage } of rows) if (stage === 'calling') under.set(id, await countEnded(context, id))
  return {
    year,
    today: context.today(),
    surveys: rows.map(row =>
      presentRow(
        row,
        components.find(one => one.component.id === row.component),
        counts
          .filter(one => one.survey === row.id)
          .reduce((sum, one) => sum + one.answers, under.get(row.id) ?? 0),
      ),
    ),
    components: components.map(presentSurveyed),
  }
}

/** Shows one survey. `notFound`. */
export async function viewSurvey({
  context,
  params,
}: Pick<Served<'GET /api/years/:year/surveys/:survey'>, 'context' | 'params'>): Promise<
  SurveyAnswer | Refusal
> {
  const loaded = await loadSurvey(context.db, params)
  return isRefusal(loaded) ? loaded : presentSurvey(context.db, context, loaded)
}

/** Presents a survey whole. */
export async function presentSurvey(
  db: Database | Transaction,
  context: Pick<AppContext, 'today' | 'drafts' | 'keys'>,
  loaded: LoadedSurvey,
): Promise<SurveyAnswer> {
  const { row, surveyed } = loaded
  const { commission } = row
  const asked = [...new Set(askedSizes(commission).map(({ unit }) => unit))]
  const ids = [...new Set(commission.sizes.map(({ unit }) => unit))]
  const counts = await countAnswers(db, { survey: row.id })
  const cases = row.drawnAt === null ? [] : await countCases(db, row)
  const sum = (of: (one: (typeof cases)[number]) => number) => cases.reduce((all, one) => all + of(one), 0)
  return {
    ...presentRow(
      row,
      surveyed,
      counts.reduce((all, one) => all + one.answers, await countEnded(context, row.id)),
    ),
    revision: row.revision,
    today: context.today(),
    commission,
    scheme: presentSurveyed(surveyed),
    units: ids.map(id => ({ id, name: unitNameOf(loaded, id) })),
    questionnaire: row.questionnaire as SurveyAnswer['questionnaire'],
    version: row.version,
    pinned: !['drafted', 'commissioned', 'drawn'].includes(row.stage),
    steps: (Object.keys(surveyStepNames) as SurveyStep[]).map(step => {
      const decided = decideLoaded(loaded, step)
      return {
        step,
        may: !isRefusal(decided),
        why: isRefusal(decided) ? sentenceOfRefusal(decided) : undefined,
      }
    }),
    draw:
      row.drawnAt === null
        ? undefined
        : {
            fingerprint: row.fingerprint ?? '',
            seed: row.seed ?? '',
            parts: row.seedParts ?? [],
            by: row.drawnBy ?? '',
            at: toInstant(row.drawnAt),
            frame: sum(one => one.frame),
            sampled: sum(one => one.sampled),
            reserve: sum(one => one.reserve),
          },
    method: row.method,
    handedOverAt: row.handedOverAt === null ? undefined : toInstant(row.handedOverAt),
    decidedAt: row.decidedAt === null ? undefined : toInstant(row.decidedAt),
    returned: row.returned === '' ? undefined : row.returned,
    talliesElsewhere: await countTalliesElsewhere(db, row, asked),
  }
}

/** Counts the interviews that are not entered yet. */
async function countEnded(context: Pick<AppContext, 'drafts' | 'keys'>, survey: string): Promise<number> {
  return (await listEnded(context, survey)).filter(({ keeps }) => keeps === 'whole').length
}

function presentRow(
  row: SurveyRow,
  surveyed: Surveyed | undefined,
  answers: number,
): z.output<typeof surveyRow> {
  const { commission } = row
  return {
    id: row.id,
    title: commission.title,
    component: row.component,
    componentName: surveyed?.component.name ?? row.component,
    way: commission.way,
    stage: row.stage,
    begins: commission.begins,
    ends: commission.ends,
    deleteOn: commission.deleteOn,
    deletedOn: row.deletedOn ?? undefined,
    surveyor: commission.surveyor,
    units: new Set(askedSizes(commission).map(({ unit }) => unit)).size,
    planned: commission.sizes.reduce((sum, { size }) => sum + size, 0),
    answers,
  }
}

function presentSurveyed({ component, method, least }: Surveyed): z.output<typeof surveyedComponent> {
  return {
    id: component.id,
    name: component.name,
    groups: [...method.groups],
    answers: [...method.answers],
    least,
  }
}
