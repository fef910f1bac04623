import type { Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A flat deduction (一次性扣分): once for any number of findings (无方案扣2分). */
export interface FlatRule extends RuleCore {
  readonly form: 'flat'
  readonly points: Points
}

/** The flat form (一次性扣分): the amount once for any number of findings. (附件 一.1 无计划) */
export const flat: RuleFormOf<FlatRule> = {
  form: 'flat',
  effect: 'deducts',
  counts: () => 'once',
  perCount: rule => rule.points,
  amounts: rule => amountIn('points', rule.points),
  said: ({ points }) => `扣${printAmount(points)}`,
}
