import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'

/** The context of scheme work: who, when, and ids for new items. */
export interface SchemeWork {
  readonly by: string
  readonly at: string
  readonly newId: () => string
}

/** Builds the context of scheme work from a request. */
export function schemeWork(
  { now, newId }: Pick<AppContext, 'now' | 'newId'>,
  { name }: Pick<Actor, 'name'>,
): SchemeWork {
  return { by: name, at: now().toISOString(), newId }
}
