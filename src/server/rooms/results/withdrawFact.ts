import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { withdrawEntered } from './entered.store.ts'
import { aboutUnit, factOf, loadFactContext, loadRecord, type Recorded } from './factContext.ts'
import { presentFact } from './presentFact.ts'

/** 撤回一条事实: it stays in the records and no longer counts. */
export async function withdrawFact(
  context: AppContext,
  actor: Actor,
  change: Change,
  year: number,
  id: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<Recorded | Refusal> {
  return change<Recorded>(async tx => {
    const ground = await loadFactContext(tx, year)
    if (isRefusal(ground)) return ground
    const before = await loadRecord(tx, year, id, revision)
    if (isRefusal(before)) return before
    await withdrawEntered(tx, year, [id], { by: actor.name, at: context.now(), revision: ground.revision })
    const entered = factOf(before)
    const values = { fact: id, what: presentFact(entered, ground.scheme, ground.units), reason }
    return {
      answer: { id, revision: ground.revision },
      events: [{ kind: 'factWithdrawn', year, ...aboutUnit(entered), values }],
    }
  })
}
