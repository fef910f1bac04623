import { NO_POINTS } from '../../../kernel/points.ts'
import type { DiscretionaryRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 视情扣分: the amount that the assessor set, with a written reason (R14). (附件 二.2) */
export const discretionary: RuleFormOf<DiscretionaryRule> = {
  form: 'discretionary',
  combine: 'sum',
  contribution: (_rule, finding) => finding.amount ?? NO_POINTS,
  sentence: ({ rule, points }) => `${rule.text}，视情节扣${printAmount(points)}`,
}
