import type { RuleCore, RuleFormOf } from './ruleForm.ts'

/** A rule that zeroes the row (不得分), bonuses excepted. */
export interface ZeroRowRule extends RuleCore {
  readonly form: 'zeroRow'
}

/** The zeroing form (不得分): the row has no points left whatever else was found (bonuses excepted). */
export const zeroRow: RuleFormOf<ZeroRowRule> = {
  form: 'zeroRow',
  effect: 'zeroes',
  counts: () => 'once',
  amounts: () => [],
  said: () => '本行不得分',
}
