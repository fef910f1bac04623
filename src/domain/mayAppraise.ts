import { methodOf } from './assessment/prepareScheme.ts'
import { refuse, type Refusal } from './kernel/refusal.ts'
import type { RulingTopic } from './scheme/ruling.ts'
import type { Scheme } from './scheme/scheme.ts'

const ALWAYS: readonly RulingTopic[] = [
  'rounding',
  'missingComponent',
  'ties',
  'rankingScope',
  'smallCohort',
  'overallGrades',
  'midYearChange',
]

/** 方案需要的口径: topics that its methods, rules and consequences lean on, with the component where the answer may differ. */
export function topicsNeeded(scheme: Scheme): readonly { readonly topic: RulingTopic; readonly component?: string }[] {
  const ofComponents = scheme.components.flatMap(component =>
    component.methods.flatMap(method => {
      const topics: readonly RulingTopic[] = {
        rubric: method.kind === 'rubric' && method.rounds > 1 ? (['combineRounds', 'leadInspections'] as const) : [],
        ledger: ['ledgerTariff'] as const,
        quotaGrading: ['quotaRounding', 'gradePoints'] as const,
        survey: ['surveyScale'] as const,
        ballots: ['ballotScale'] as const,
        measure: [],
      }[method.kind]
      return topics.map(topic => ({ topic, component: component.id }))
    }),
  )
  return [...[...ALWAYS, ...ofRules(scheme)].map(topic => ({ topic })), ...ofComponents]
}

/** 能否计分: open or missing rulings, facts of another year. Nothing is scored while one is listed. (domain: R1-R23) */
export function mayAppraise(scheme: Scheme, facts: { readonly cycle: number }): readonly Refusal[] {
  const open = scheme.rulings
    .filter(ruling => ruling.topic !== 'note' && (ruling.state === 'open' || ruling.answer === undefined))
    .map(ruling => refuse('rulingOpen', { ruling: ruling.id, question: ruling.question }, ruling.citation))
  const missing = topicsNeeded(scheme)
    .filter(({ topic, component }) => !scheme.rulings.some(one => one.topic === topic && (one.component ?? component) === component))
    .map(({ topic }) => refuse('rulingMissing', { topic }))
  const year = facts.cycle === scheme.cycle ? [] : [refuse('cycleMismatch', { scheme: scheme.cycle, facts: facts.cycle })]
  return [...open, ...missing, ...year]
}

function ofRules(scheme: Scheme): readonly RulingTopic[] {
  const rows = scheme.rubrics.flatMap(rubric => rubric.rows)
  const rules = [...rows, ...scheme.lists].flatMap(row => row.rules)
  const topics: RulingTopic[] = []
  if (rows.some(row => row.floor === undefined)) topics.push('rowFloor')
  if (rules.some(rule => rule.form === 'bonus')) topics.push('bonusCap')
  if (rules.some(rule => rule.form === 'discretionary')) topics.push('discretionary')
  if (rules.some(rule => rule.unclear === true)) topics.push('unclearUnit')
  if (scheme.conversions.length > 0) topics.push('performanceConversion')
  if (scheme.consequences.some(rule => rule.years !== undefined && rule.on === 'appraisee')) topics.push('streakFollows')
  const tierIsOnLedger = scheme.tiers.some(tier => scheme.components.some(component => methodOf(component, tier.id)?.kind === 'ledger'))
  if (tierIsOnLedger && rules.some(rule => rule.counter !== undefined)) topics.push('doubleCounting')
  return topics
}
