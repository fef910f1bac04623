import type { UnitFacts } from '../cycle/unitFacts.ts'
import type { ExactExplained } from '../kernel/explanation.ts'
import type { Fraction } from '../kernel/fraction.ts'
import type { Method } from '../scheme/component.ts'
import { scoreBallots } from './debrief/scoreBallots.ts'
import { explainInspection, scoreInspection } from './inspection/scoreInspection.ts'
import { scoreMeasure } from './measure/scoreMeasure.ts'
import { isMissing, type Missing } from './missing.ts'
import type { PreparedComponent, PreparedMethod, PreparedScheme } from './prepareScheme.ts'
import { scoreGrading } from './routine/scoreGrading.ts'
import { scoreLedger } from './routine/scoreLedger.ts'
import { scoreSurvey } from './survey/scoreSurvey.ts'

/** 分项得分, numbers only: an exact fraction of thousandths before conversion and rounding, or why there is none. (三（二）) */
export function componentScore(prepared: PreparedScheme, component: PreparedComponent, tier: string, facts: UnitFacts): Fraction | Missing {
  const method = component.methods.get(tier)
  if (method === undefined) return { missing: 'noMethod' }
  if (method.kind === 'rubric') return scoreInspection(facts, method.terms)
  const node = scoreOther(prepared, component, method, facts)
  return isMissing(node) ? node : node.exact
}

/** 分项得分的说明, whose `exact` is the figure of `componentScore`. (三（二）) */
export function explainComponentScore(
  prepared: PreparedScheme,
  component: PreparedComponent,
  tier: string,
  facts: UnitFacts,
): ExactExplained | Missing {
  const method = component.methods.get(tier)
  if (method === undefined) return { missing: 'noMethod' }
  return method.kind === 'rubric' ? explainInspection(facts, method.terms) : scoreOther(prepared, component, method, facts)
}

type OtherMethod = Exclude<PreparedMethod, { kind: 'rubric' }>

function scoreOther(prepared: PreparedScheme, component: PreparedComponent, prep: OtherMethod, facts: UnitFacts): ExactExplained | Missing {
  if (prep.kind === 'ledger') return scoreLedger(facts.ledger, prep.terms)
  return scoreByMethod(prepared, component, prep.method, facts)
}

function scoreByMethod({ rulings, scheme }: PreparedScheme, { component }: PreparedComponent, method: Method, facts: UnitFacts) {
  const { id, base } = component
  switch (method.kind) {
    case 'quotaGrading':
      return scoreGrading(facts.gradings.get(id), method, rulings.answer('gradePoints', id).points, rulings.notes('gradePoints', id))
    case 'survey': {
      const tallies = facts.surveys.filter(tally => tally.component === id)
      return scoreSurvey(tallies, method, rulings.answer('surveyScale', id), rulings.notes('surveyScale', id))
    }
    case 'ballots':
      return scoreBallots(facts.votes.get(id) ?? [], method, rulings.answer('ballotScale', id), base, rulings.notes('ballotScale', id))
    case 'measure': {
      const measure = scheme.measures.find(one => one.id === method.measure)
      return scoreMeasure(facts.measures.get(method.measure), method, measure)
    }
    case 'rubric':
    case 'ledger':
      throw new RangeError('prepared apart')
  }
}
