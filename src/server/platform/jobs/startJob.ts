import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../access/actor.ts'
import type { AppContext } from '../appContext.ts'
import type { Change } from '../change/change.ts'
import { jobsOf, type JobWork } from './createJobs.ts'
import { countActive, insertJob } from './jobs.store.ts'

const MOST_AT_ONCE = 3

interface NewWork {
  /** By which a page finds what was left running. */
  readonly kind: string
  /** What the user sees while it runs and afterwards. */
  readonly name: string
  readonly year: number
  /** What the trail says of it. */
  readonly event: TrailEvent
  readonly work: JobWork
}

/** Starts a background job; a repeated request gets its first one. `tooManyJobs`. */
export async function startJob(
  {
    context,
    actor,
    change,
  }: { readonly context: AppContext; readonly actor: Actor; readonly change: Change },
  { kind, name, year, event, work }: NewWork,
): Promise<{ readonly job: string } | Refusal> {
  const id = context.newId()
  const made = await change<string>(async tx => {
    if ((await countActive(tx, actor.id)) >= MOST_AT_ONCE)
      return refuse('tooManyJobs', { most: MOST_AT_ONCE })
    await insertJob(tx, { id, kind, name, year, owner: actor.id }, context.now())
    return { answer: id, events: [event] }
  })
  if (isRefusal(made)) return made
  if (made === id) jobsOf(context).start(id, work)
  return { job: made }
}
