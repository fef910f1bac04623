import type { z } from 'zod'
import type { firmnessSchema } from '../../../../contract/results/firmnessSchema.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { yearFor } from '../yearFor.ts'
import { showFirmness } from './firmness.store.ts'
import { presentFirmness } from './viewFirmness.ts'

/** Decides whether units see how firm their own places are. `notFound` before it is computed. */
export async function decideShown({
  context,
  actor,
  change,
  params: { year },
  body: { shown },
}: Served<'POST /api/years/:year/firmness/shown'>): Promise<z.output<typeof firmnessSchema> | Refusal> {
  const of = await yearFor(context, actor, 'showFirmness', year)
  if (isRefusal(of)) return of
  const decided = await change<Record<string, never>>(async tx => {
    if (!(await showFirmness(tx, year, shown))) return refuse('notFound', { what: `${year}年度名次稳固程度` })
    return { answer: {}, events: [{ kind: 'firmnessShown', year, values: { shown } }] }
  })
  return isRefusal(decided) ? decided : presentFirmness(context, of.scored)
}
