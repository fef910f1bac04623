import type { ZeroRowRule } from '../../../scheme/rubric.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 不得分: whatever else was found, the row has no points left (bonuses apart). */
export const zeroRow: RuleFormOf<ZeroRowRule> = {
  form: 'zeroRow',
  combine: 'max',
  sentence: ({ rule }) => `${rule.text}，本行不得分`,
}
