import type { Appraisee } from '../year/roster/appointAppraisees.ts'
import type { RulingAnswers } from '../scheme/ruling.ts'

/** Returns the id of an appraisee's ranking (所在排名): `all`, its tier or its cohort. (R10) */
export function rankingOf({ tier, cohort }: Appraisee, scope: RulingAnswers['rankingScope']): string {
  if (scope === 'byTier') return tier
  return scope === 'byCohort' ? (cohort ?? '未分类') : 'all'
}
