import type { z } from 'zod'
import type { ownRange } from '../../../../contract/results/firmnessSchema.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { judgeAccess } from '../../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { firmnessOf, isFirmnessShown } from './firmness.store.ts'

/** Presents how firm the place of one unit is: to committee and leading group, to others once the committee shows it; nothing where it was not computed from this state. */
export async function rangeFor(
  { db }: AppContext,
  actor: Actor,
  scored: ScoredYear,
  unit: string,
): Promise<z.output<typeof ownRange> | undefined> {
  const isOwnRight = !isRefusal(judgeAccess(actor, 'readFirmness'))
  if (!isOwnRight && !(await isFirmnessShown(db, scored.year))) return undefined
  const figures = await firmnessOf(db, scored)
  const found = figures?.units.find(one => one.unit === unit)
  if (figures === undefined || found === undefined) return undefined
  const { best, worst, bands } = found
  return {
    repeats: figures.repeats,
    best,
    worst,
    bands: bands.map(({ name, share, isNow }) => ({ name, share, isNow })),
  }
}
