import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'

/** 公布结果: units and lead units see what was approved. */
export async function releaseResults(
  context: AppContext,
  actor: Actor,
  change: Change,
  year: number,
  seal: number,
): Promise<{ readonly releasedAt: string } | Refusal> {
  return change(async tx => {
    const decided = await decideYear(tx, context, year, { do: 'release', seal })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    const at = context.now()
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason: '', event })
    return {
      answer: { releasedAt: at.toISOString() },
      events: [{ kind: 'resultsReleased', year, values: { number: seal } }],
    }
  })
}
