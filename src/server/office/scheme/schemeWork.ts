import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'

/** 方案事务的经办: who, when, and ids for what is made. */
export interface SchemeWork {
  readonly by: string
  readonly at: string
  readonly newId: () => string
}

/** 经办 of a request. */
export function schemeWork(
  { now, newId }: Pick<AppContext, 'now' | 'newId'>,
  { name }: Pick<Actor, 'name'>,
): SchemeWork {
  return { by: name, at: now().toISOString(), newId }
}
