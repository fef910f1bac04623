import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { endOfDay } from './endOfDay.ts'
import { readCycle, type StoredCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** The year as shown to a reader: those who work on the year see its current state; those who see it only after release see the released seal, until its correction is released too. */
export interface ShownYear {
  readonly scored: ScoredYear
  readonly stored: StoredCycle
  readonly afterRelease: boolean
  /** the day at whose end it stood so, where it is not that of now. */
  readonly asOf?: Day
  /** the instant at which that day ended. */
  readonly before?: string
}

/** Returns the year's result as shown to a reader, of now or as it stood at the end of a day. `notFound`, `notReleased`, `dayAhead`, `dayNotKept`. */
export async function yearFor(
  context: AppContext,
  actor: Actor,
  action: Action,
  year: number,
  asOf?: Day,
): Promise<ShownYear | Refusal> {
  const { db } = context
  const sentences = judgeAccess(actor, action)
  const afterRelease = isRefusal(sentences) || sentences.every(sentence => sentence.afterRelease)
  const before = asOf === undefined ? undefined : await endOfDay(context, year, asOf)
  if (isRefusal(before)) return before
  // A day that is not over shows the present state, which is in memory; a past day has to be read.
  const isNow = before === undefined || before > context.now().toISOString()
  const then = isNow ? undefined : await outcomesOf(db).asOf(year, before, afterRelease)
  const now = afterRelease ? outcomesOf(db).released : outcomesOf(db).current
  const scored = isNow ? await now(year) : then?.scored
  const stored = isNow ? await readCycle(db, year) : then?.stored
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  return scored === undefined
    ? refuse('notReleased', { action: actionNames[action], year, day: asOf && printDay(asOf) })
    : { scored, stored, afterRelease, asOf, before }
}
