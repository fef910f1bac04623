import { NO_POINTS } from '../../../kernel/points.ts'
import type { RangeRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 幅度扣分: the amount that the assessor set within the rule's range. */
export const range: RuleFormOf<RangeRule> = {
  form: 'range',
  combine: 'sum',
  contribution: (_rule, finding) => finding.amount ?? NO_POINTS,
  sentence: ({ rule, points }) =>
    `${rule.text}，在${printAmount(rule.least)}至${printAmount(rule.limit)}的幅度内共扣${printAmount(points)}`,
}
