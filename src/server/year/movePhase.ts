import type { Received } from '../../contract/http/route.ts'
import type { yearRoutes } from '../../contract/year/yearRoutes.ts'
import { phaseNames } from '../../domain/year/lifecycle/phases.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Actor } from '../platform/access/actor.ts'
import type { Change } from '../platform/change/change.ts'
import type { AppContext } from '../platform/appContext.ts'
import { decideYear } from './decideYear.ts'
import { saveCycle } from './lifecycle.store.ts'
import { listHeads, type YearHead } from './listYears.ts'

type Wanted = Received<(typeof yearRoutes)['POST /api/years/:year/phase']['body']>

/** 推进阶段, or back, by decision; out of order with a reason. */
export async function movePhase(
  context: AppContext,
  actor: Actor,
  change: Change,
  year: number,
  { from, to, reason }: Wanted,
): Promise<YearHead | Refusal> {
  const done = await change<null>(async tx => {
    const decided = await decideYear(tx, context, year, {
      do: 'move',
      from,
      to,
      ...(reason === undefined ? {} : { reason }),
    })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    await saveCycle(tx, stored.row, next, { at: context.now(), by: actor.name, reason: reason ?? '', event })
    const values = { from: phaseNames[from], to: phaseNames[to], reason: reason ?? '' }
    return { answer: null, events: [{ kind: 'phaseMoved', year, values }] }
  })
  if (isRefusal(done)) return done
  return (await listHeads(context.db)).find(one => one.year === year)!
}
