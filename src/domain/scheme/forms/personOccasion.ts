import type { Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction per person and occasion (按人次扣分): persons × occasions. */
export interface PersonOccasionRule extends RuleCore {
  readonly form: 'personOccasion'
  readonly points: Points
}

/** The form per person and occasion (按人次扣分): persons × occasions, or one combined count. (附件 四.3) */
export const personOccasion: RuleFormOf<PersonOccasionRule> = {
  form: 'personOccasion',
  effect: 'deducts',
  counts: () => 'each',
  perCount: rule => rule.points,
  byPersons: true,
  unitWord: '人次',
  amounts: rule => amountIn('points', rule.points),
  said: ({ rule, count, points }) =>
    `共${count}人次，每人次扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}
