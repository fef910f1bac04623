import type { FlatRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 一次性扣分: the amount once, however often it was found. (附件 一.1 无计划) */
export const flat: RuleFormOf<FlatRule> = {
  form: 'flat',
  combine: 'max',
  perCount: rule => rule.points,
  sentence: ({ rule, points }) => `${rule.text}，扣${printAmount(points)}`,
}
