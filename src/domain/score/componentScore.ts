import type { ExactExplained } from '../kernel/explanation.ts'
import type { Fraction } from '../kernel/fraction.ts'
import type { UnitFacts } from '../year/facts/unitFacts.ts'
import { isMissing, type Missing } from './missing.ts'
import type { PreparedComponent } from './prepareScheme.ts'

/** Returns a component score (分项得分), numbers only: an exact fraction of thousandths before conversion and rounding, or why there is none. (三（二）) */
export function componentScore(
  component: PreparedComponent,
  tier: string,
  facts: UnitFacts,
): Fraction | Missing {
  const score = component.methods.get(tier)?.score
  if (score !== undefined) return score(facts)
  const node = explainComponentScore(component, tier, facts)
  return isMissing(node) ? node : node.exact
}

/** Explains a component score (分项得分的说明). Its `exact` equals the figure of `componentScore`. (三（二）) */
export function explainComponentScore(
  component: PreparedComponent,
  tier: string,
  facts: UnitFacts,
): ExactExplained | Missing {
  return component.methods.get(tier)?.explain(facts) ?? { missing: 'noMethod' }
}
