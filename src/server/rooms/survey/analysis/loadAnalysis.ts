import { askedSizes } from '../../../../domain/campaign/survey/askedSizes.ts'
import { analyseQuestions } from '../../../../domain/campaign/survey/analysis/analyseQuestions.ts'
import { estimateEverybody } from '../../../../domain/campaign/survey/analysis/estimateEverybody.ts'
import { estimateUnits, type GroupTally } from '../../../../domain/campaign/survey/analysis/estimateUnits.ts'
import { findDisagreements } from '../../../../domain/campaign/survey/analysis/findDisagreements.ts'
import { groupByLead, groupByTheme } from '../../../../domain/campaign/survey/analysis/groupDisagreements.ts'
import type { SurveyData } from '../../../../domain/campaign/survey/analysis/surveyData.ts'
import { wordsFor } from '../../../../domain/campaign/survey/questionnaire.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { indexRulings } from '../../../../domain/scheme/rulings.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import type { Answered } from '../../../platform/http/serveRoutes.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import { outcomesOf } from '../../../year/outcome/outcomeCache.ts'
import { countCases } from '../frame.store.ts'
import { loadSurvey, type LoadedSurvey, type SurveyAddress } from '../loadSurvey.ts'
import { readSeparated } from './analysis.store.ts'

/** The analysis of a survey, with what it was made from. */
interface LoadedAnalysis {
  readonly loaded: LoadedSurvey
  readonly data: SurveyData
  readonly analysis: Answered<'GET /api/years/:year/surveys/:survey/analysis'>
}

/** Loads a survey whose answers this person may see: those who made or commissioned it always, others once it is handed over. `notFound`, `surveyStep`. */
export async function loadReadable(
  db: Database,
  actor: Actor,
  address: SurveyAddress,
): Promise<LoadedSurvey | Refusal> {
  const loaded = await loadSurvey(db, address)
  if (isRefusal(loaded)) return loaded
  const isOwn = actor.grants.some(({ role }) => role === 'committee' || role === 'surveyor')
  const { stage } = loaded.row
  return isOwn || stage === 'handedOver' || stage === 'accepted'
    ? loaded
    : refuse('notFound', { what: '已移交的调查结果' })
}

/** Collects what the analysis of a survey needs: its answers, the weights of R7 and how many people there are. */
export async function loadSurveyData(db: Database, loaded: LoadedSurvey): Promise<SurveyData> {
  const { row, surveyed, scheme, units } = loaded
  const { method, worth, least, component } = surveyed
  const weights = indexRulings(scheme).find('surveyScale', component.id)?.answer?.weights ?? {}
  const sizes = askedSizes(row.commission)
  const asked = [...new Set(sizes.map(({ unit }) => unit))]
  // Where the commission does not say how many there are, the frame does.
  const isKnown = sizes.every(({ population }) => population !== undefined)
  const counted = isKnown ? [] : await countCases(db, row)
  const frame = new Map(counted.map(one => [`${one.unit} ${one.group}`, one.frame]))
  const known = sizes.flatMap(({ unit, group, population = frame.get(`${unit} ${group}`) }) =>
    population === undefined || population === 0 ? [] : [[`${unit} ${group}`, population] as const],
  )
  return {
    questionnaire: {
      ...row.questionnaire,
      questions: row.questionnaire.questions.map(one => ({
        ...one,
        text: wordsFor(one.text, '该单位'),
      })),
    },
    groups: method.groups.map(({ id, name }) => ({ id, name, weight: weights[id] ?? 1 })),
    units: asked.map(id => ({ id, name: units.get(id)?.name ?? id })),
    worth,
    least,
    populations: new Map(known),
    answers: await readSeparated(db, row.id),
  }
}

/** Analyses a survey. What other components say is left to those who may see the ranking. */
export async function loadAnalysis(
  db: Database,
  actor: Actor,
  address: SurveyAddress,
): Promise<LoadedAnalysis | Refusal> {
  const loaded = await loadReadable(db, actor, address)
  if (isRefusal(loaded)) return loaded
  const data = await loadSurveyData(db, loaded)
  const outcomes = outcomesOf(db)
  const before = (await outcomes.current(address.year - 1))?.inputs.facts.surveys ?? []
  const estimates = estimateUnits(data, before.filter(isOf(loaded.row.component)))
  const seesOthers = actor.grants.some(({ role }) => role !== 'surveyor')
  const disagreeing = seesOthers
    ? await disagreementsOf(db, loaded, address.year, estimates)
    : { disagreements: [], disagreeingGroups: [], disagreeingThemes: [] }
  // Each takes a moment with hundreds of thousands of answers: others get their turn in between.
  await yieldToEventLoop()
  const everybody = estimateEverybody(data)
  await yieldToEventLoop()
  return {
    loaded,
    data,
    analysis: {
      ...estimates,
      everybody,
      ...analyseQuestions(data),
      least: data.least,
      ...disagreeing,
    },
  } as LoadedAnalysis
}

function isOf(component: string) {
  return (tally: GroupTally & { readonly component: string }): boolean => tally.component === component
}

async function disagreementsOf(
  db: Database,
  { row, roster, units }: LoadedSurvey,
  year: number,
  { units: estimated }: ReturnType<typeof estimateUnits>,
): Promise<Pick<LoadedAnalysis['analysis'], 'disagreements' | 'disagreeingGroups' | 'disagreeingThemes'>> {
  const scored = await outcomesOf(db).current(year)
  const outcome = scored?.outcome
  if (outcome === undefined) return { disagreements: [], disagreeingGroups: [], disagreeingThemes: [] }
  const { appraisees, columns } = outcome.components
  const others = columns
    .map(({ component: { component }, points }) => ({ component, points }))
    .filter(({ component }) => component.id !== row.component)
  const found = findDisagreements(
    new Map(estimated.flatMap(({ unit, mean }) => (mean === undefined ? [] : [[unit, mean.value] as const]))),
    new Map(
      others.map(({ component, points }) => [
        component.id,
        new Map(
          appraisees.flatMap(({ unit }, at) =>
            Number.isNaN(points[at]) ? [] : [[unit, points[at]!] as const],
          ),
        ),
      ]),
    ),
  )
  const leadOf = new Map(roster.units.map(({ id, leadUnit }) => [id, leadUnit]))
  const inspected = new Set(
    others
      .filter(({ component: { methods } }) => methods.some(({ kind }) => kind === 'rubric'))
      .map(({ component }) => component.id),
  )
  const themes = new Map(
    outcome.scheme.rubrics.flatMap(({ rows, sections }) =>
      rows.map(row => [row.id, sections.find(({ id }) => id === row.section)?.title ?? row.title] as const),
    ),
  )
  return {
    disagreements: found.map(({ unit, component, survey, other }) => ({
      unit,
      name: units.get(unit)?.name ?? unit,
      leadName: units.get(leadOf.get(unit) ?? '')?.name,
      componentName: others.find(one => one.component.id === component)!.component.name,
      survey,
      other,
    })),
    // A lead unit stands with the system that it leads.
    disagreeingGroups: groupByLead(found, unit => leadOf.get(unit) ?? unit)
      .filter(({ surveyLow, surveyHigh }) => surveyLow + surveyHigh > 1)
      .map(({ lead, ...counts }) => ({ leadName: units.get(lead)?.name ?? lead, ...counts })),
    disagreeingThemes: [
      ...groupByTheme(
        found.filter(({ component }) => inspected.has(component)),
        themes,
        scored!.inputs.facts.findings,
      ),
    ],
  }
}
