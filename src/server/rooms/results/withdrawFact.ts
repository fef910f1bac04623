import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { aboutUnit, factOf, loadRecord, type Recorded } from './factContext.ts'
import { presentFact } from './presentFact.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { withdrawFacts } from '../../year/facts.store.ts'
import { loadYear } from '../../year/loadYear.ts'

/** Withdraws a fact: it stays in the records and no longer counts. */
export async function withdrawFact({
  context,
  actor,
  change,
  params: { year, fact: id },
  body: { revision, reason },
}: Served<'POST /api/years/:year/facts/:fact/withdraw'>): Promise<Recorded | Refusal> {
  return change<Recorded>(async tx => {
    const ground = await loadYear(tx, year, { lock: true })
    if (isRefusal(ground)) return ground
    const before = await loadRecord(tx, year, id, revision)
    if (isRefusal(before)) return before
    await withdrawFacts(tx, year, [id], { author: actor.name, now: context.now(), revision: ground.revision })
    const entered = factOf(before)
    const values = { fact: id, what: presentFact(entered, ground.scheme, ground.units), reason }
    return {
      answer: { id, revision: ground.revision },
      events: [{ kind: 'factWithdrawn', year, ...aboutUnit(entered), values }],
    }
  })
}
