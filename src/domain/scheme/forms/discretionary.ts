import { NO_POINTS, type Points, points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A discretionary deduction (视情扣分): an amount set by the assessor with a written reason, in the steps and up to the limit of R14. */
export interface DiscretionaryRule extends RuleCore {
  readonly form: 'discretionary'
  readonly limit?: Points
}

/** The default of R14: up to the row's points, in steps of 0.5, with a written reason. */
const R14 = { step: points(0.5), limit: 'row', reasonRequired: true } as const

/** The discretionary form (视情扣分): the amount set by the assessor, with a written reason (R14). (附件 二.2) */
export const discretionary: RuleFormOf<DiscretionaryRule> = {
  form: 'discretionary',
  effect: 'deducts',
  counts: () => 'amount',
  contribution: (_rule, { amount = NO_POINTS, count }) => amount * count,
  bounds: (rule, base, answer = R14) => ({
    least: answer.step,
    most: rule.limit ?? (answer.limit === 'row' ? base : answer.limit),
    step: answer.step,
    reasonRequired: answer.reasonRequired,
  }),
  topic: { name: 'discretionary', on: 'rule' },
  amounts: rule => amountIn('limit', rule.limit),
  said: ({ points: taken }) => `视情节扣${printAmount(taken)}`,
}
