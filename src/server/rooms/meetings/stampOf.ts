import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'

/** Who changes a meeting, and when. */
export function stampOf({ now }: Pick<AppContext, 'now'>, { name }: Pick<Actor, 'name'>) {
  return { changedBy: name, changedAt: now().toISOString() }
}
