import type { z } from 'zod'
import type { firmnessSchema } from '../../../../contract/results/firmnessSchema.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { toInstant } from '../../../platform/database/toInstant.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { yearFor } from '../yearFor.ts'
import { basisOf, findFirmness } from './firmness.store.ts'

/** Presents how firm the ranking is, as computed last, and whether the year has changed since. */
export async function viewFirmness({
  context,
  actor,
  params: { year },
}: Served<'GET /api/years/:year/firmness'>): Promise<z.output<typeof firmnessSchema> | Refusal> {
  const shown = await yearFor(context, actor, 'readFirmness', year)
  if (isRefusal(shown)) return shown
  return presentFirmness(context, shown.scored)
}

/** Presents what was computed last. */
export async function presentFirmness(
  { db }: AppContext,
  scored: ScoredYear,
): Promise<z.output<typeof firmnessSchema>> {
  const { year } = scored
  const found = await findFirmness(db, year)
  if (found === undefined) return { year, state: 'none', shown: false }
  return {
    year,
    state: found.basis === basisOf(scored) ? 'current' : 'outdated',
    computedAt: toInstant(found.computedAt),
    computedBy: found.computedBy,
    shown: found.shown,
    figures: found.figures,
  }
}
