import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Issue, IssueKind } from '../../../domain/score/outcome.ts'
import { type CycleState, phaseOf } from '../../../domain/year/lifecycle/cycleState.ts'
import type { ScoredYear } from '../outcome/scoredYear.ts'

const DECIDED: readonly IssueKind[] = [
  'tieAcrossEdge',
  'tieAtQuota',
  'smallCohort',
  'quotaExceeded',
  'leadVisitMissing',
  'annualGradeRefused',
  'vetoed',
]

/** Kinds that follow from the ranking, and say nothing while most units have no score yet. */
const OF_RANKING: readonly IssueKind[] = ['tieAcrossEdge', 'tieAtQuota', 'smallCohort']

/** Lists what the committee has to decide (须研究决定的事项), the one list that pages, checks and tasks count by. */
export function mattersToDecide({ outcome }: ScoredYear, state: CycleState): readonly Issue[] {
  if (outcome === undefined) return []
  const isEarly = state.kind === 'open' && phaseOf(state) !== 'scored'
  const isPartial = outcome.composites.points.some(points => Number.isNaN(points))
  return outcome.issues.filter(
    ({ kind }) => DECIDED.includes(kind) && !(isEarly && isPartial && OF_RANKING.includes(kind)),
  )
}

/** Whether the rules leave any rank undecided, which would leave open who faces which consequence. (R9, R11) */
export function hasUndecided({ issues, components }: CycleOutcome): boolean {
  const toCommittee = components.prepared.rulings.answer('ties').acrossEdge === 'committee'
  return issues.some(({ kind }) => kind === 'smallCohort' || (kind === 'tieAcrossEdge' && toCommittee))
}
