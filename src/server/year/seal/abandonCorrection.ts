import type { z } from 'zod'
import type { sealsSchema } from '../../../contract/results/sealSchema.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import { closeCorrection } from './seal.store.ts'
import { listSeals } from './presentSeal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Abandons a correction while nothing was changed: the seal stays in force. */
export async function abandonCorrection({
  context,
  actor,
  change,
  params: { year },
  body: { reason },
}: Served<'POST /api/years/:year/corrections/abandon'>): Promise<z.output<typeof sealsSchema> | Refusal> {
  const done = await change<null>(async tx => {
    const decided = await decideYear(tx, context, year, { do: 'abandonCorrection', reason })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    const at = context.now()
    await closeCorrection(tx, year, at)
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason, event })
    const number = stored.seals.at(-1)!.number
    return { answer: null, events: [{ kind: 'correctionAbandoned', year, values: { number, reason } }] }
  })
  return isRefusal(done) ? done : listSeals(context, [], year)
}
