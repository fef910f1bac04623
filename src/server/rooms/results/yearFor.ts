import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle, type StoredCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** The year as shown to a reader: those who work on the year see its current state; those who see it only after release see the released seal, until its correction is released too. */
export interface ShownYear {
  readonly scored: ScoredYear
  readonly stored: StoredCycle
  readonly afterRelease: boolean
}

/** Returns the year's result as shown to a reader. `notFound`, `notReleased`. */
export async function yearFor(
  { db }: AppContext,
  actor: Actor,
  action: Action,
  year: number,
): Promise<ShownYear | Refusal> {
  const sentences = judgeAccess(actor, action)
  const afterRelease = isRefusal(sentences) || sentences.every(sentence => sentence.afterRelease)
  const scored = await (afterRelease ? outcomesOf(db).released(year) : outcomesOf(db).current(year))
  const stored = await readCycle(db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  return scored === undefined
    ? refuse('notReleased', { action: actionNames[action], year })
    : { scored, stored, afterRelease }
}
