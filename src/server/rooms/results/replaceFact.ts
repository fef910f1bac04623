import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkBeside } from './checkEntered.ts'
import { aboutUnit, BY_HAND, factOf, loadRecord, type Recorded, withAuthor } from './factContext.ts'
import { presentFact } from './presentFact.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../year/facts.store.ts'
import { loadYear } from '../../year/loadYear.ts'

/** Replaces a fact: withdraws the old one and records the new one. `staleRevision` if somebody else changed it first. */
export async function replaceFact({
  context,
  actor,
  change,
  params: { year, fact: id },
  body: { fact, revision, reason },
}: Served<'PUT /api/years/:year/facts/:fact'>): Promise<Recorded | Refusal> {
  return change<Recorded>(async tx => {
    const ground = await loadYear(tx, year, { lock: true })
    if (isRefusal(ground)) return ground
    const before = await loadRecord(tx, year, id, revision)
    if (isRefusal(before)) return before
    const entered = withAuthor(fact, actor)
    const faulty = await checkBeside(tx, year, ground, entered, id)
    if (faulty !== undefined) return faulty
    const by = context.newId()
    const at = context.now()
    await withdrawFacts(tx, year, [id], { author: actor.name, now: at, revision: ground.revision })
    await enterFacts(tx, year, [{ id: by, ...entered }], {
      author: actor.name,
      now: at,
      revision: ground.revision,
      source: BY_HAND,
    })
    const [from, to] = [
      presentFact(factOf(before), ground.scheme, ground.units),
      presentFact(entered, ground.scheme, ground.units),
    ]
    const values = { fact: id, by, from, to, reason }
    return {
      answer: { id: by, revision: ground.revision },
      events: [{ kind: 'factReplaced', year, ...aboutUnit(entered), values }],
    }
  })
}
