import type { PersonOccasionRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 按人次扣分: persons × occasions, or a count of both together. (附件 四.3) */
export const personOccasion: RuleFormOf<PersonOccasionRule> = {
  form: 'personOccasion',
  combine: 'sum',
  perCount: rule => rule.points,
  sentence: ({ rule, count, points }) =>
    `${rule.text}，共${count}人次，每人次扣${printAmount(rule.points)}，共扣${printAmount(points)}`,
}

/** 人次. */
export function personOccasions(finding: {
  readonly count: number
  readonly persons?: number
  readonly occasions?: number
}): number {
  return finding.persons === undefined ? finding.count : finding.persons * (finding.occasions ?? 1)
}
