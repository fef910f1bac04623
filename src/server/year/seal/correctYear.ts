import type { z } from 'zod'
import type { sealsSchema } from '../../../contract/results/sealSchema.ts'
import { phaseOf } from '../../../domain/year/lifecycle/cycleState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import { insertCorrection } from './seal.store.ts'
import { listSeals } from './presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Opens a correction with a reason: the sealed year takes changes until it is sealed again; the old seal stays. */
export async function correctYear({
  context,
  actor,
  change,
  params: { year },
  body: { seal, reason },
}: Served<'POST /api/years/:year/corrections'>): Promise<z.output<typeof sealsSchema> | Refusal> {
  const done = await change<null>(async tx => {
    const decided = await decideYear(tx, context, year, { do: 'correct', seal, reason })
    if (isRefusal(decided)) return decided
    const { stored, state, event, next } = decided
    const at = context.now()
    const { revision } = stored.row
    const made = {
      id: context.newId(),
      year,
      seal,
      reason,
      revision,
      at: at.toISOString(),
      byId: actor.id,
      by: actor.name,
    }
    await insertCorrection(tx, { ...made, phase: phaseOf(state) })
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason, event })
    return { answer: null, events: [{ kind: 'correctionOpened', year, values: { number: seal, reason } }] }
  })
  return isRefusal(done) ? done : listSeals(context, [], year)
}
