import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import { judgeSeal, reopenCorrection } from './seal.store.ts'
import { findTold, type SealTold } from './presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Returns the results with a reason: the year takes changes again, and is then sealed anew. */
export async function returnSeal({
  context,
  actor,
  change,
  params: { year, number },
  body: { reason },
}: Served<'POST /api/years/:year/seals/:number/return'>): Promise<SealTold | Refusal> {
  const done = await change<number>(async tx => {
    const decided = await decideYear(tx, context, year, { do: 'return', seal: number, reason })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    const at = context.now()
    const judged = await judgeSeal(tx, year, number, {
      state: 'returned',
      by: actor.name,
      at,
      opinion: reason,
    })
    if (judged.correction !== null) await reopenCorrection(tx, judged.correction)
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason, event })
    return { answer: number, events: [{ kind: 'resultsReturned', year, values: { number, reason } }] }
  })
  return isRefusal(done) ? done : findTold(context.db, year, number)
}
