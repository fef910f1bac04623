import type { Method } from './component.ts'
import type { RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'

/** 所需口径: a topic on which a scheme needs an answer, and the component that needs it when it is for one. (R1-R23) */
export interface NeededTopic {
  readonly topic: RulingTopic
  readonly component?: string
}

/** 方案用得着的口径事项: what its methods, rules and results would have to guess without. */
export function neededTopics(scheme: Scheme): readonly NeededTopic[] {
  const needed: NeededTopic[] = ALWAYS.map(topic => ({ topic }))
  for (const { id, methods } of scheme.components) {
    const topics = new Set(methods.flatMap(method => BY_METHOD[method.kind]))
    for (const topic of topics) needed.push({ topic, component: id })
  }
  return [...needed, ...[...ruleTopics(scheme), ...resultTopics(scheme)].map(topic => ({ topic }))]
}

const ALWAYS: readonly RulingTopic[] = ['missingComponent', 'rounding', 'midYearChange', 'overallGrades', 'rankingScope', 'ties']

const BY_METHOD: { readonly [K in Method['kind']]: readonly RulingTopic[] } = {
  rubric: ['combineRounds'],
  ledger: ['ledgerTariff'],
  quotaGrading: ['quotaRounding', 'gradePoints'],
  survey: ['surveyScale'],
  ballots: ['ballotScale'],
  measure: [],
}

function ruleTopics(scheme: Scheme): readonly RulingTopic[] {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  const rules = rows.flatMap(row => row.rules)
  const needs: readonly (readonly [RulingTopic, boolean])[] = [
    ['rowFloor', rows.some(row => row.floor === undefined)],
    ['bonusCap', rules.some(rule => rule.form === 'bonus')],
    ['discretionary', rules.some(rule => rule.form === 'discretionary')],
    ['unclearUnit', rules.some(rule => rule.unclear === true)],
  ]
  return needs.flatMap(([topic, isNeeded]) => (isNeeded ? [topic] : []))
}

function resultTopics(scheme: Scheme): readonly RulingTopic[] {
  const { consequences, conversions } = scheme
  const needs: readonly (readonly [RulingTopic, boolean])[] = [
    ['smallCohort', consequences.some(rule => rule.when.by === 'fromBottom' || rule.when.by === 'fromTop')],
    ['streakFollows', consequences.some(rule => rule.years !== undefined && rule.on === 'appraisee')],
    ['performanceConversion', conversions.length > 0],
  ]
  return needs.flatMap(([topic, isNeeded]) => (isNeeded ? [topic] : []))
}
