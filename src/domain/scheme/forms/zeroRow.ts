import type { RuleCore, RuleFormOf } from './ruleForm.ts'

/** 不得分: the row has no points left, bonuses apart. */
export interface ZeroRowRule extends RuleCore {
  readonly form: 'zeroRow'
}

/** 不得分: whatever else was found, the row has no points left (bonuses apart). */
export const zeroRow: RuleFormOf<ZeroRowRule> = {
  form: 'zeroRow',
  effect: 'zeroes',
  counts: () => 'once',
  amounts: () => [],
  said: () => '本行不得分',
}
