import { NO_POINTS, type Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { rangeFaults } from './range.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A bonus within a range (幅度加分): the assessor sets the amount (视情加1-3分). */
export interface BonusRangeRule extends RuleCore {
  readonly form: 'bonusRange'
  readonly least: Points
  readonly limit: Points
  readonly step: Points
  /** Whether the assessor must write a reason. */
  readonly reasoned?: boolean
}

/** The form of a bonus within a range (幅度加分): the amounts that the assessor sets. */
export const bonusRange: RuleFormOf<BonusRangeRule> = {
  form: 'bonusRange',
  effect: 'adds',
  counts: () => 'amount',
  contribution: (_rule, { amount = NO_POINTS, count }) => amount * count,
  bounds: ({ least, limit, step, reasoned }) => ({
    least,
    most: limit,
    step,
    reasonRequired: reasoned === true,
  }),
  topic: { name: 'bonusCap', on: 'row' },
  amounts: rule => amountIn('limit', rule.limit),
  faults: rangeFaults,
  said: ({ rule, points }) =>
    `在${printAmount(rule.least)}至${printAmount(rule.limit)}的幅度内共加${printAmount(points)}`,
}
