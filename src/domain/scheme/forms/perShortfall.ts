import type { Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type Requirement, type RuleCore, type RuleFormOf } from './ruleForm.ts'

const PERIODS = { year: 1, quarter: 4, month: 12 } as const

/** A deduction per shortfall (按缺次扣分): for each one short of a required number (每少一次扣1分). */
export interface PerShortfallRule extends RuleCore {
  readonly form: 'perShortfall'
  readonly points: Points
  readonly requires: readonly Requirement[]
}

/** The shortfall form (按缺次扣分): the amount for each one short of the required number; a finding's count is the number short. (附件 一.1, 三.3) */
export const perShortfall: RuleFormOf<PerShortfallRule> = {
  form: 'perShortfall',
  effect: 'deducts',
  counts: () => 'each',
  perCount: rule => rule.points,
  unitWord: '次',
  amounts: rule => amountIn('points', rule.points),
  mostCount: ({ requires }) =>
    // Without a requirement the number short comes from the inspector alone and has no bound.
    requires.length === 0
      ? Number.POSITIVE_INFINITY
      : requires.reduce((sum, { required, per }) => sum + required * PERIODS[per], 0),
  said: ({ rule, count, points }) =>
    `共少${count}次，每少一次扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}
