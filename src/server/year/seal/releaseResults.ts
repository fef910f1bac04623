import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Releases the results: units and lead units see what was approved. */
export async function releaseResults({
  context,
  actor,
  change,
  params: { year },
  body: { seal },
}: Served<'POST /api/years/:year/release'>): Promise<{ readonly releasedAt: string } | Refusal> {
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
