import type { PerOccurrenceRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 按项扣分: the amount for each one found. (附件 一.2) */
export const perOccurrence: RuleFormOf<PerOccurrenceRule> = {
  form: 'perOccurrence',
  combine: 'sum',
  perCount: rule => rule.points,
  sentence: ({ rule, count, points }) =>
    `${rule.text}，发现${count}项（次），每项（次）扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}
