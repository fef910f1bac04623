import { createTally } from '../src/domain/score/inspection/tally.ts'
import { componentScore } from '../src/domain/score/componentScore.ts'
import { isMissing, type MissingReason } from '../src/domain/score/missing.ts'
import type { PreparedScheme } from '../src/domain/score/prepareScheme.ts'
import { decidedScore } from '../src/domain/score/scoreComponents.ts'
import type { UnitFacts } from '../src/domain/year/facts/unitFacts.ts'
import { type Fraction, whole } from '../src/domain/kernel/fraction.ts'
import { roundPoints } from '../src/domain/kernel/rounding.ts'
import { composeOne, listPoints } from '../src/domain/score/composite/composeScores.ts'

/**
 * 逐个单位计分, numbers only, for more units than can be held at once; the figures are those of `appraiseCycle`. What comes back is used again
 * for the next unit: components in the scheme's order, then the composite; thousandths, NaN where absent. Throws a RangeError (a bug) for a
 * scheme that converts a component inside a ranking, since that takes all units. (三（一）, 三（二）)
 */
export function createUnitScorer(prepared: PreparedScheme): (tier: string, facts: UnitFacts) => Float64Array {
  if (prepared.components.some(({ component }) => component.conversion !== undefined))
    throw new RangeError('a conversion takes all units')
  const rounding = prepared.rulings.answer('rounding')
  const tally = createTally(prepared.lists)
  const columns = prepared.components.map(component => {
    const exact: (Fraction | undefined)[] = [undefined]
    const missing: (MissingReason | undefined)[] = [undefined]
    return { component, points: new Float64Array(1), exact, missing, converted: [] }
  })
  const scored = new Float64Array(columns.length + 1)
  return (tier, facts) => {
    columns.forEach((column, at) => {
      const decided = decidedScore(facts, column.component.component.id)
      const score =
        decided === undefined ? componentScore(column.component, tier, facts) : whole(decided.points)
      const value = isMissing(score) ? undefined : score
      column.exact[0] = value
      column.points[0] = value === undefined ? Number.NaN : roundPoints(value, rounding)
      scored[at] = column.points[0]
    })
    scored[columns.length] = composeOne(prepared, columns, 0, facts, listPoints(prepared.lists, tally, facts))
    return scored
  }
}
