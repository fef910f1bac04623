import { listResults } from '../../../domain/score/listResults.ts'
import type { UnitResult } from '../../../domain/score/outcome.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

const kept = new WeakMap<ScoredYear, ReadonlyMap<string, UnitResult>>()

/** Returns the results of a year by unit, computed once; none while nothing can be scored. */
export function resultsOf(scored: ScoredYear): ReadonlyMap<string, UnitResult> {
  const before = kept.get(scored)
  if (before !== undefined) return before
  const all = scored.outcome === undefined ? [] : listResults(scored.outcome)
  const results = new Map(all.map(result => [result.appraisee.unit, result]))
  kept.set(scored, results)
  return results
}
