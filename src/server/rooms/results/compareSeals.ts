import type { Received } from '../../../contract/http/route.ts'
import type { resultsRoutes } from '../../../contract/results/resultsRoutes.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import { presentComparison } from './presentComparison.ts'
import { findTold } from '../../year/seal/presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Differences = Received<
  (typeof resultsRoutes)['GET /api/years/:year/seals/:number/differences']['answer']
>

/** Compares a seal (封存) with the one before it, or with another given by number. */
export async function compareSeals({
  context,
  params: { year, number },
  query: { against },
}: Served<'GET /api/years/:year/seals/:number/differences'>): Promise<Differences | Refusal> {
  const db = context.db
  const stored = await readCycle(db, year)
  const before = against ?? stored?.seals.findLast(one => one.number < number)?.number
  if (before === undefined) return refuse('notFound', { what: `第${number}次封存之前的一次` })
  const [one, other] = [await outcomesOf(db).sealed(year, before), await outcomesOf(db).sealed(year, number)]
  if (one?.outcome === undefined || other?.outcome === undefined)
    return refuse('notFound', { what: '这次封存' })
  const { correction } = await findTold(db, year, number)
  return {
    from: before,
    to: number,
    reason: correction,
    comparison: presentComparison(one.outcome, other.outcome),
  }
}
