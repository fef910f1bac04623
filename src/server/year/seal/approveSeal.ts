import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideYear } from '../decideYear.ts'
import { replaceHistory } from '../history.store.ts'
import { moveLaterYears, saveCycle } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import { judgeSeal } from './seal.store.ts'
import { pastOf } from './pastOf.ts'
import { findTold, type SealTold } from './presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Approves the results: from now on they are valid, and are the history for later years. Only the latest seal, while it waits for approval. */
export async function approveSeal({
  context,
  actor,
  change,
  params: { year, number },
  body: { opinion = '' },
}: Served<'POST /api/years/:year/seals/:number/approve'>): Promise<SealTold | Refusal> {
  const scored = await outcomesOf(context.db).sealed(year, number)
  const done = await change<number>(async tx => {
    if (scored?.outcome === undefined) return refuse('notFound', { what: `第${number}次封存` })
    const decided = await decideYear(tx, context, year, { do: 'approve', seal: number })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    const at = context.now()
    const judged = await judgeSeal(tx, year, number, { state: 'approved', by: actor.name, at, opinion })
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason: opinion, event })
    await replaceHistory(
      tx,
      { years: [{ cycle: year, entries: pastOf(scored.outcome) }] },
      `第${number}次封存`,
    )
    await moveLaterYears(tx, year)
    const values = { number, results: judged.hashes.results, opinion }
    return { answer: number, events: [{ kind: 'resultsApproved', year, values }] }
  })
  return isRefusal(done) ? done : findTold(context.db, year, number)
}
