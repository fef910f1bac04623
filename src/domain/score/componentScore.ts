import type { UnitFacts } from '../year/facts/unitFacts.ts'
import type { ExactExplained } from '../kernel/explanation.ts'
import type { Fraction } from '../kernel/fraction.ts'
import { scoreBallots } from './debrief/scoreBallots.ts'
import { explainInspection, scoreInspection } from './inspection/scoreInspection.ts'
import { scoreMeasure } from './measure/scoreMeasure.ts'
import { isMissing, type Missing } from './missing.ts'
import type { PreparedComponent, PreparedMethod } from './prepareScheme.ts'
import { scoreGrading } from './routine/scoreGrading.ts'
import { scoreLedger } from './routine/scoreLedger.ts'
import { scoreSurvey } from './survey/scoreSurvey.ts'

/** 分项得分, numbers only: an exact fraction of thousandths before conversion and rounding, or why there is none. (三（二）) */
export function componentScore(
  component: PreparedComponent,
  tier: string,
  facts: UnitFacts,
): Fraction | Missing {
  const method = component.methods.get(tier)
  if (method?.kind === 'rubric') return scoreInspection(facts, method.terms)
  const node = explainByMethod(component, method, facts)
  return isMissing(node) ? node : node.exact
}

/** 分项得分的说明, whose `exact` is the figure of `componentScore`. (三（二）) */
export function explainComponentScore(
  component: PreparedComponent,
  tier: string,
  facts: UnitFacts,
): ExactExplained | Missing {
  return explainByMethod(component, component.methods.get(tier), facts)
}

function explainByMethod(
  { component }: PreparedComponent,
  prep: PreparedMethod | undefined,
  facts: UnitFacts,
): ExactExplained | Missing {
  switch (prep?.kind) {
    case undefined:
      return { missing: 'noMethod' }
    case 'rubric':
      return explainInspection(facts, prep.terms)
    case 'ledger':
      return scoreLedger(facts.ledger, prep.terms)
    case 'quotaGrading':
      return scoreGrading(facts.gradings.get(component.id), prep.method, prep.answer.points, prep.notes)
    case 'survey': {
      const tallies = facts.surveys.filter(tally => tally.component === component.id)
      return scoreSurvey(tallies, prep.method, prep.answer, prep.notes)
    }
    case 'ballots':
      return scoreBallots(
        facts.votes.get(component.id) ?? [],
        prep.method,
        prep.answer,
        component.base,
        prep.notes,
      )
    case 'measure':
      return scoreMeasure(facts.measures.get(prep.method.measure), prep.method, prep.measure)
  }
}
