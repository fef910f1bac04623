import type { Named, Scheme } from '../../scheme/scheme.ts'

/** Lists the rankings of a scheme (方案的各排名榜): one of all appraisees, or one for each tier or cohort. (R10) */
export function rankingsOf(scheme: Scheme): readonly Named[] {
  const scope = scheme.rulings.find(ruling => ruling.topic === 'rankingScope')?.answer
  if (scope === 'byTier') return scheme.tiers
  return scope === 'byCohort' ? scheme.cohorts : [{ id: 'all', name: '全体' }]
}
