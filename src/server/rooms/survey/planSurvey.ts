import { checkTimes } from '../../../domain/campaign/survey/callingHours.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import { changeSurvey, stampOf } from './changeSurvey.ts'
import { presetQuestionnaire } from './presetQuestionnaire.ts'
import { decideLoaded, findSurveyed, loadSurvey, type Surveyed } from './loadSurvey.ts'
import { presentSurvey, type SurveyAnswer } from './presentSurvey.ts'
import { dropSurveyRow, insertSurvey, type SurveyRow } from './survey.store.ts'
import type { Commission } from './survey.tables.ts'

/** Drafts a survey (拟委托). `noSurveyComponent`, `surveyDays`, `surveyHours`, `surveySizeUnknown`. (四（三）) */
export async function draftSurvey(
  request: Served<'POST /api/years/:year/surveys'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, actor, change, params, body } = request
  return change<SurveyAnswer>(async tx => {
    const found = await loadYear(tx, params.year)
    if (isRefusal(found)) return found
    const surveyed = findSurveyed(found.scheme, body.component)
    if (isRefusal(surveyed)) return surveyed
    const wrong = checkCommission(found, surveyed, body.commission)
    if (wrong !== undefined) return wrong
    const id = context.newId()
    await insertSurvey(tx, {
      id,
      year: params.year,
      component: body.component,
      stage: 'drafted',
      commission: body.commission,
      questionnaire: presetQuestionnaire(surveyed, body.commission),
      ...stampOf(context, actor),
    })
    const loaded = await loadSurvey(tx, { year: params.year, survey: id })
    if (isRefusal(loaded)) return loaded
    const values = { title: body.commission.title }
    return {
      answer: await presentSurvey(tx, context, loaded),
      events: [{ kind: 'surveyDrafted', year: params.year, values }],
    }
  })
}

/** Changes a commission; what was entrusted stays, but for its end, hours and attempts, and for the sizes until the sample is drawn. `commissionFixed`, `surveyNobodyAsked` and those of `draftSurvey`. */
export async function planSurvey(
  request: Served<'PUT /api/years/:year/surveys/:survey/commission'>,
): Promise<SurveyAnswer | Refusal> {
  const { params, body } = request
  return changeSurvey(request, 'plan', body.revision, (_tx, loaded) => {
    const { row, surveyed } = loaded
    const fixed = row.stage === 'drafted' ? undefined : whatIsFixed(row, body.commission)
    if (fixed !== undefined) return refuse('commissionFixed', { what: fixed })
    const wrong = checkCommission(loaded, surveyed, body.commission)
    if (wrong !== undefined) return wrong
    if (row.stage !== 'drafted' && asksNobody(body.commission)) return refuse('surveyNobodyAsked', {})
    const values = { title: body.commission.title }
    return {
      set: { commission: body.commission },
      event: { kind: 'surveyPlanned', year: params.year, values },
    }
  })
}

/** Entrusts a survey to the bureau (委托). `surveyNobodyAsked`, `surveyOver`. */
export async function entrustSurvey(
  request: Served<'POST /api/years/:year/surveys/:survey/entrust'>,
): Promise<SurveyAnswer | Refusal> {
  const { context, params, body } = request
  return changeSurvey(request, 'entrust', body.revision, (_tx, { row }) => {
    const { title, surveyor, sizes } = row.commission
    const planned = sizes.reduce((sum, { size }) => sum + size, 0)
    if (asksNobody(row.commission)) return refuse('surveyNobodyAsked', {})
    const { way, ends } = row.commission
    if (way === 'calls' && ends < context.today()) return refuse('surveyOver', { ends })
    return { event: { kind: 'surveyEntrusted', year: params.year, values: { title, surveyor, planned } } }
  })
}

/** Deletes a survey that was never entrusted. */
export async function dropSurvey({
  change,
  params,
  body,
}: Served<'POST /api/years/:year/surveys/:survey/drop'>): Promise<Record<string, never> | Refusal> {
  return change<Record<string, never>>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true, revision: body.revision })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'entrust')
    if (isRefusal(decided)) return decided
    await dropSurveyRow(tx, loaded.row.id)
    const values = { title: loaded.row.commission.title }
    return { answer: {}, events: [{ kind: 'surveyDropped', year: params.year, values }] }
  })
}

function checkCommission(
  { units }: YearContext,
  { method }: Surveyed,
  commission: Commission,
): Refusal | undefined {
  const wrong = checkTimes(commission)
  if (wrong !== undefined) return wrong
  const seen = new Set<string>()
  for (const { unit, group } of commission.sizes) {
    const key = `${unit}\t${group}`
    if (!units.has(unit) || !method.groups.some(({ id }) => id === group) || seen.has(key))
      return refuse('surveySizeUnknown', { what: units.get(unit)?.name ?? unit })
    seen.add(key)
  }
  return undefined
}

const FIXED = {
  title: '调查名称',
  way: '调查方式',
  sizes: '样本量',
  begins: '开始日期',
  deleteOn: '号码删除日期',
} as const

function whatIsFixed({ stage, commission }: SurveyRow, after: Commission): string | undefined {
  const changed = (Object.keys(FIXED) as (keyof typeof FIXED)[]).find(
    key => !(key === 'sizes' && stage === 'commissioned') && wordsOf(commission, key) !== wordsOf(after, key),
  )
  return changed && FIXED[changed]
}

/** What a commission says, in whatever order the database keeps its parts. */
function wordsOf(commission: Commission, key: keyof typeof FIXED): string {
  if (key !== 'sizes') return commission[key]
  return commission.sizes
    .map(one => JSON.stringify([one.unit, one.group, one.size, one.population]))
    .toSorted()
    .join('\n')
}

function asksNobody({ way, sizes }: Commission): boolean {
  return way === 'calls' && sizes.every(({ size }) => size === 0)
}
