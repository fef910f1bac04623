import type { Named, Scheme } from '../../scheme/scheme.ts'

/** 方案的各排名榜: one of all appraisees, or one a tier or a cohort. (R10) */
export function rankingsOf(scheme: Scheme): readonly Named[] {
  const scope = scheme.rulings.find(ruling => ruling.topic === 'rankingScope')?.answer
  if (scope === 'byTier') return scheme.tiers
  return scope === 'byCohort' ? scheme.cohorts : [{ id: 'all', name: '全体' }]
}
