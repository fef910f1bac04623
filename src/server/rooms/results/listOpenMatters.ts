import { takesFacts } from '../../../domain/year/lifecycle/cycleState.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { type MissingReason, missingSentences } from '../../../domain/score/missing.ts'
import type { Issue, IssueKind } from '../../../domain/score/outcome.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { mattersToDecide } from '../../year/due/mattersToDecide.ts'
import { readCycle, stateOf } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

type Answer = Answered<'GET /api/years/:year/matters'>
type Open = Answer['matters'][number]

/** Where a matter is put right that no decision settles. */
const MENDED_AT: { readonly [K in IssueKind]?: string } = {
  quotaExceeded: '$year/routine',
  leadVisitMissing: '$year/rounds',
  annualGradeRefused: '$year/imports',
  vetoed: '$year/ranking',
}

/** Lists what the committee has to decide or look into (研究事项), each with what a decision has to say. (五（三）, R9, R11, R19) */
export async function listOpenMatters({
  context,
  params: { year },
}: Served<'GET /api/years/:year/matters'>): Promise<Answer | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  const stored = await readCycle(context.db, year)
  if (scored === undefined || stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const state = stateOf(stored, {})
  const { outcome, revision, units } = scored
  const matters = [
    ...mattersToDecide(scored, state).map(issue => fromIssue(scored, issue)),
    ...(outcome === undefined ? [] : missingScores(outcome)),
  ]
  return {
    revision,
    mayDecide: takesFacts(state),
    matters: matters.map(matter => ({
      ...matter,
      unitName: matter.unit === undefined ? undefined : units.get(matter.unit)?.name,
    })),
  }
}

function fromIssue({ outcome, places }: ScoredYear, issue: Issue): Open {
  const { kind, unit, citation, ranking, component, text } = issue
  const at = { id: `${kind} ${unit ?? ranking ?? component ?? ''}`, text, citation, unit }
  if (kind === 'smallCohort') return { ...at, decide: 'bands', ranking }
  if (kind === 'tieAcrossEdge') return { ...at, decide: 'place', ...tiedPlaces(outcome!, places.get(unit!)!) }
  return { ...at, decide: 'look', mend: { page: MENDED_AT[kind] ?? '$year/ranking' } }
}

/** The places from the bottom that the tied units take together. */
function tiedPlaces({ ranking, components }: CycleOutcome, at: number) {
  const { fromBottom, tiedWith } = ranking.standings[at]!
  const others = tiedWith.length
  return components.prepared.rulings.answer('ties').acrossEdge === 'heavier'
    ? { least: fromBottom, most: fromBottom + others }
    : { least: fromBottom - others, most: fromBottom }
}

function missingScores({ components: { appraisees, columns } }: CycleOutcome): readonly Open[] {
  return columns.flatMap(({ component: { component }, missing }) =>
    appraisees.flatMap(({ unit, name }, at): Open[] => {
      const reason = missing[at]
      if (reason === undefined) return []
      return [
        {
          id: `missing ${component.id} ${unit}`,
          decide: reason === 'noLedger' ? 'noFaults' : 'score',
          text: `${name}缺“${component.name}”：${missingSentences[reason]}`,
          citation: component.citation,
          unit,
          component: component.id,
          least: 0,
          most: toDecimal(component.base),
          mend: { page: missingAt[reason] },
        },
      ]
    }),
  )
}

/** Where a missing score is put right by the work that lacks. */
const missingAt: { readonly [R in MissingReason]: string } = {
  noMethod: '$year/scheme',
  notInspected: '$year/rounds',
  noMeasure: '$year/imports',
  noLevel: '$year/rounds',
  noLedger: '$year/meetings',
  notGraded: '$year/routine',
  noSurvey: '$year/imports',
  tooFewAnswers: '$year/imports',
  emptySurveyGroup: '$year/imports',
  noVotes: '$year/imports',
  emptyVoterClass: '$year/imports',
  noBest: '$year/imports',
}
