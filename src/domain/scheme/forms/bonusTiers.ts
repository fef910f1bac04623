import { NO_POINTS, printPoints, type Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountsIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'
import { holds, type MeasureBand, tiers, type TiersRule } from './tiers.ts'

/** Points by bands (分段得分): those of the first band that contains the measure (95%以上得10分，90%以上得8分). */
export interface BonusTiersRule extends RuleCore {
  readonly form: 'bonusTiers'
  readonly measure: string
  readonly bands: readonly MeasureBand[]
}

const asTiers = (rule: BonusTiersRule): TiersRule => ({ ...rule, form: 'tiers' })

/** The form of points by bands (分段得分): the points of the first band that contains the measure, or none. */
export const bonusTiers: RuleFormOf<BonusTiersRule> = {
  form: 'bonusTiers',
  effect: 'adds',
  counts: () => 'each',
  measured: (rule, value) => rule.bands.find(band => holds(band, value))?.points ?? NO_POINTS,
  topic: { name: 'bonusCap', on: 'row' },
  amounts: rule => amountsIn('bands', rule.bands),
  faults: (rule, row, path) => tiers.faults!(asTiers(rule), row, path),
  mostMeasured: (rule, ends) => tiers.mostMeasured!(asTiers(rule), ends),
  said: ({ measured = 0, points }) =>
    `指标为${printPoints(measured as Points)}，按所在区间得${printAmount(points)}`,
}
