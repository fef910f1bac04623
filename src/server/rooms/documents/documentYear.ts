import type { DocumentKind } from '../../../contract/documents/documentKinds.ts'
import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { listResults } from '../../../domain/score/listResults.ts'
import type { UnitResult } from '../../../domain/score/outcome.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { readCycle, type SealRow, sealInForce, type StoredCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** The sealed result that a document is drawn up from. */
export interface DocumentSource {
  readonly scored: ScoredYear
  readonly seal: SealRow
}

/** Explains why a kind cannot be drawn up now; `undefined` if it can. */
export function whyNotDraw({ after }: DocumentKind, { seals, correction }: StoredCycle): string | undefined {
  if (correction !== undefined && correction.closedAt === null) return '结果正在更正，重新封存、审定后再办'
  const latest = seals.at(-1)
  if (after === 'approved')
    return sealInForce(seals) === undefined ? '结果还没有审定；请先封存并报领导小组审定' : undefined
  return latest === undefined || latest.state === 'returned'
    ? '结果还没有封存；请先在“封存与审定”中封存'
    : undefined
}

/** Loads the sealed result for a kind. `notFound`, `documentTooEarly`. Never await it inside a transaction. */
export async function loadSource(
  db: Database,
  kind: DocumentKind,
  year: number,
): Promise<DocumentSource | Refusal> {
  const stored = await readCycle(db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const why = whyNotDraw(kind, stored)
  if (why !== undefined) return refuse('documentTooEarly', { name: kind.name, why })
  const seal = kind.after === 'approved' ? sealInForce(stored.seals)! : stored.seals.at(-1)!
  const scored = await outcomesOf(db).sealed(year, seal.number)
  if (scored?.outcome === undefined)
    return refuse('documentTooEarly', { name: kind.name, why: '这一年度的结果读不出来' })
  return { scored, seal }
}

const kept = new WeakMap<ScoredYear, ReadonlyMap<string, UnitResult>>()

/** Returns the results of a year by unit, computed once. */
export function resultsOf(scored: ScoredYear): ReadonlyMap<string, UnitResult> {
  const before = kept.get(scored)
  if (before !== undefined) return before
  const results = new Map(listResults(scored.outcome!).map(result => [result.appraisee.unit, result]))
  kept.set(scored, results)
  return results
}
