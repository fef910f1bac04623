import type { RuleForm } from '../rubric.ts'

/** 收次数的规则形式, which a test or a counter of the ledger can feed. (R17, R18) */
export const TAKES_COUNT: ReadonlySet<RuleForm> = new Set<RuleForm>([
  'flat',
  'perOccurrence',
  'personOccasion',
  'perShortfall',
])
