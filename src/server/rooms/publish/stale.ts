import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

interface Changed {
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/** The refusal of what somebody else has changed meanwhile, or taken away. */
export function stale(what: string, row: Changed | undefined): Refusal {
  if (row?.changedAt == null) return refuse('notFound', { what })
  return staleRevision(what, row.changedBy, row.changedAt)
}

/** Who changes a row, and when. */
export function changeOf(context: AppContext, actor: Actor) {
  return { changedBy: actor.name, changedAt: context.now().toISOString() }
}
