import type { Points } from '../../kernel/points.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction per occurrence (按项扣分) (发现一项扣1分). */
export interface PerOccurrenceRule extends RuleCore {
  readonly form: 'perOccurrence'
  readonly points: Points
}

/** The per-occurrence form (按项扣分): the amount for each occurrence. (附件 一.2) */
export const perOccurrence: RuleFormOf<PerOccurrenceRule> = {
  form: 'perOccurrence',
  effect: 'deducts',
  counts: () => 'each',
  perCount: rule => rule.points,
  amounts: rule => amountIn('points', rule.points),
  said: ({ rule, count, points }) =>
    `发现${count}项（次），每项（次）扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}
