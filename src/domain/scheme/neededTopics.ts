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
    const topics = new Set(methods.flatMap(methodTopics))
    for (const topic of topics) needed.push({ topic, component: id })
  }
  return [...needed, ...[...ruleTopics(scheme), ...resultTopics(scheme)].map(topic => ({ topic }))]
}

const ALWAYS: readonly RulingTopic[] = [
  'rounding',
  'missingComponent',
  'ties',
  'rankingScope',
  'smallCohort',
  'overallGrades',
  'midYearChange',
]

const BY_METHOD: { readonly [K in Method['kind']]: readonly RulingTopic[] } = {
  rubric: ['combineRounds', 'leadInspections'],
  ledger: ['ledgerTariff'],
  quotaGrading: ['quotaRounding', 'gradePoints'],
  survey: ['surveyScale'],
  ballots: ['ballotScale'],
  measure: [],
}

/** 一种计分方法用得着的口径事项; one round alone needs no way to combine rounds. */
export function methodTopics(method: Method): readonly RulingTopic[] {
  return method.kind === 'rubric' && method.rounds <= 1 ? [] : BY_METHOD[method.kind]
}

function ruleTopics(scheme: Scheme): readonly RulingTopic[] {
  const rows = scheme.rubrics.flatMap(rubric => rubric.rows)
  const rules = [...rows, ...scheme.lists].flatMap(row => row.rules)
  const hasLedger = scheme.components.some(({ methods }) => methods.some(method => method.kind === 'ledger'))
  return chosen([
    ['rowFloor', rows.some(row => row.floor === undefined)],
    ['bonusCap', rules.some(rule => rule.form === 'bonus')],
    ['discretionary', rules.some(rule => rule.form === 'discretionary')],
    ['unclearUnit', rules.some(rule => rule.unclear === true)],
    ['doubleCounting', hasLedger && rules.some(rule => rule.counter !== undefined)],
  ])
}

function resultTopics({ consequences, conversions }: Scheme): readonly RulingTopic[] {
  return chosen([
    ['streakFollows', consequences.some(rule => rule.years !== undefined && rule.on === 'appraisee')],
    ['performanceConversion', conversions.length > 0],
  ])
}

function chosen(needs: readonly (readonly [RulingTopic, boolean])[]): readonly RulingTopic[] {
  return needs.flatMap(([topic, isNeeded]) => (isNeeded ? [topic] : []))
}
