import { phaseNames } from '../../domain/year/lifecycle/phases.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import { decideYear } from './decideYear.ts'
import { saveCycle } from './lifecycle.store.ts'
import { listHeads, type YearHead } from './listYears.ts'
import type { Served } from '../platform/http/serveRoutes.ts'

/** Moves the phase forward or back, by decision; out of order only with a reason. */
export async function movePhase({
  context,
  actor,
  change,
  params: { year },
  body: { from, to, reason },
}: Served<'POST /api/years/:year/phase'>): Promise<YearHead | Refusal> {
  const done = await change<null>(async tx => {
    const decided = await decideYear(tx, context, year, {
      do: 'move',
      from,
      to,
      reason,
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
