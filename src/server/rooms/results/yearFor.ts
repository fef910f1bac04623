import { type Action, actionNames } from '../../../contract/access/actions.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle, type StoredCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

/** 给某人看的年度结果: who works with the year sees it as it stands; who sees it only after release sees the approved seal, also while it is corrected. */
export interface ShownYear {
  readonly scored: ScoredYear
  readonly stored: StoredCycle
  readonly afterRelease: boolean
}

/** 取给某人看的年度结果. `notFound`, `notReleased`. */
export async function yearFor(
  { db }: AppContext,
  actor: Actor,
  action: Action,
  year: number,
): Promise<ShownYear | Refusal> {
  const sentences = judgeAccess(actor, action)
  const afterRelease = isRefusal(sentences) || sentences.every(sentence => sentence.afterRelease)
  const scored = await (afterRelease ? outcomesOf(db).inForce(year) : outcomesOf(db).current(year))
  const stored = await readCycle(db, year)
  if (stored === undefined) return refuse('notFound', { what: `${year}年度` })
  return scored === undefined
    ? refuse('notReleased', { action: actionNames[action], year })
    : { scored, stored, afterRelease }
}
