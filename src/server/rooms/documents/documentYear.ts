import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle, type SealRow, sealInForce, type StoredCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import type { ReadyKind } from './kinds/kindContent.ts'
import { kindContents } from './kinds/kindContents.ts'

/** What documents of a kind are drawn up from: the year, the seal if there has to be one, and the kind ready to be drawn up. */
export interface DocumentSource extends ReadyKind {
  readonly scored: ScoredYear
  readonly seal?: SealRow
}

/** Explains why a kind cannot be drawn up now; `undefined` if it can. */
export function whyNotDraw({ after }: DocumentKind, { seals, correction }: StoredCycle): string | undefined {
  if (after === 'opened') return undefined
  if (correction !== undefined && correction.closedAt === null) return '结果正在更正，重新封存、审定后再办'
  const latest = seals.at(-1)
  if (after === 'approved')
    return sealInForce(seals) === undefined ? '结果还没有审定；请先封存并报领导小组审定' : undefined
  return latest === undefined || latest.state === 'returned'
    ? '结果还没有封存；请先在“封存与审定”中封存'
    : undefined
}

/** Loads what a kind is drawn up from. `notFound`, `documentTooEarly`. Never await it inside a transaction. */
export async function loadSource(
  context: AppContext,
  kind: DocumentKind,
  year: number,
): Promise<DocumentSource | Refusal> {
  const stored = await readCycle(context.db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const why = whyNotDraw(kind, stored)
  if (why !== undefined) return refuse('documentTooEarly', { name: kind.name, why })
  const outcomes = outcomesOf(context.db)
  const seal =
    kind.after === 'opened'
      ? undefined
      : kind.after === 'approved'
        ? sealInForce(stored.seals)!
        : stored.seals.at(-1)!
  const scored = await (seal === undefined ? outcomes.current(year) : outcomes.sealed(year, seal.number))
  if (scored === undefined || (seal !== undefined && scored.outcome === undefined))
    return refuse('documentTooEarly', { name: kind.name, why: '这一年度的结果读不出来' })
  return { scored, seal, ...(await kindContents[kind.id]!({ context, scored, seal })) }
}
