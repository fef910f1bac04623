import type { PerShortfallRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 按缺次扣分: the amount for each one short of the required number; a finding's count is the number short. (附件 一.1, 三.3) */
export const perShortfall: RuleFormOf<PerShortfallRule> = {
  form: 'perShortfall',
  combine: 'sum',
  perCount: rule => rule.points,
  sentence: ({ rule, count, points }) =>
    `${rule.text}，共少${count}次，每少一次扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}
