import type { z } from 'zod'
import type { sealsSchema } from '../../../contract/results/sealSchema.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { House } from '../../platform/house.ts'
import { decideYear } from '../decideYear.ts'
import { saveCycle } from '../lifecycle.store.ts'
import { closeCorrection } from './seal.store.ts'
import { listSeals } from './tellSeal.ts'

/** 放弃更正, while nothing was changed: the seal stands as it did. */
export async function abandonCorrection(
  house: House,
  actor: Actor,
  change: Change,
  year: number,
  reason: string,
): Promise<z.output<typeof sealsSchema> | Refusal> {
  const done = await change<null>(async tx => {
    const decided = await decideYear(tx, house, year, { do: 'abandonCorrection', reason })
    if (isRefusal(decided)) return decided
    const { stored, event, next } = decided
    const at = house.now()
    await closeCorrection(tx, year, at)
    await saveCycle(tx, stored.row, next, { at, by: actor.name, reason, event })
    const number = stored.seals.at(-1)!.number
    return { answer: null, events: [{ kind: 'correctionAbandoned', year, values: { number, reason } }] }
  })
  return isRefusal(done) ? done : listSeals(house, year)
}
