import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { isScoredByLedger, loadOccasionContext } from './occasionContext.ts'
import { recountLedger } from './recountLedger.ts'
import { readCounts } from './routineFacts.store.ts'
import { told } from './writeFaults.ts'

/** Records that a unit missed no meeting and made no late or faulty return: counts of 0, so that its ledger is kept. `noSuchUnit`, `notByLedger`, `faultsThere`. (三（二）1) */
export async function recordNoFaults({
  context,
  actor,
  change,
  params: { year, unit: id },
  body: { reason },
}: Served<'POST /api/years/:year/units/:unit/no-faults'>): Promise<{ revision: number } | Refusal> {
  return change<{ revision: number }>(async tx => {
    const revision = await bumpCycle(tx, year)
    if (isRefusal(revision)) return revision
    const ground = await loadOccasionContext(tx, year)
    if (isRefusal(ground)) return ground
    const unit = ground.units.get(id)
    if (unit === undefined) return refuse('noSuchUnit', { unit: id })
    if (!isScoredByLedger(ground, unit)) return refuse('notByLedger', { unit: unit.name })
    const counters = [...ground.faults.keys()]
    if ((await readCounts(tx, year, counters, [id])).length > 0)
      return refuse('faultsThere', { unit: unit.name })
    const today = context.today()
    const period = today.startsWith(`${year}-`) ? today.slice(0, 7) : `${year}-12`
    const zeroes = counters.map(counter => ({ unit: id, counter, period }))
    const events = await recountLedger(
      tx,
      { ...told(ground), year, keys: [], zeroes },
      { author: actor.name, now: context.now(), revision },
    )
    return {
      answer: { revision },
      events: [{ kind: 'noFaultsRecorded', year, unit: id, values: { reason } }, ...events],
    }
  })
}
