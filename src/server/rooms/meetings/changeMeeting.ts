import type { TrailEvent, TrailKind } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear } from '../../year/loadYear.ts'
import { complete, convenes, type LoadedMeeting, openMeeting } from './loadMeeting.ts'
import { saveMeeting, type StoredMeeting } from './meeting.store.ts'
import { type MeetingPart, presentMeeting } from './presentMeeting.ts'
import { stampOf } from './stampOf.ts'

/** An event of a meeting, before its year and lead unit are added. */
export type MeetingTrail = {
  readonly [K in TrailKind]: Pick<Extract<TrailEvent, { kind: K }>, 'kind' | 'values'>
}[TrailKind]

/** What a change of a meeting comes to: its new columns, and the events. */
export interface ChangedMeeting {
  readonly saved: Partial<StoredMeeting>
  readonly events: readonly [MeetingTrail, ...MeetingTrail[]]
}

/** The request of a change by the convenor. */
interface MeetingRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly meeting: string }
  readonly body: { readonly revision: number }
}

/** Changes a meeting as its convenor: loads and locks it, lets `work` decide, saves it at its next revision and answers it in full. `notConvenor`, `notFound`, `staleRevision`, `yearSealed`. */
export async function changeMeeting(
  { context, actor, change, params: { year, meeting: id }, body: { revision } }: MeetingRequest,
  work: (tx: Transaction, open: LoadedMeeting, now: string) => Promise<ChangedMeeting | Refusal>,
): Promise<MeetingPart | Refusal> {
  return change<MeetingPart>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, id, revision)
    if (isRefusal(open)) return open
    if (!convenes(actor, open.stored)) return refuse('notConvenor', { name: open.stored.name })
    const done = await work(tx, open, context.now().toISOString())
    if (isRefusal(done)) return done
    const after = await complete(tx, await saveMeeting(tx, open.stored, done.saved, stampOf(context, actor)))
    return {
      answer: presentMeeting(after, found.scheme, actor, context.now()),
      events: trailOf(open.stored, done.events),
    }
  })
}

/** Adds year and lead unit to the events of a meeting. */
export function trailOf(
  { year, lead }: Pick<StoredMeeting, 'year' | 'lead'>,
  events: ChangedMeeting['events'],
): readonly [TrailEvent, ...TrailEvent[]] {
  const where = { year, ...(lead !== null && { unit: lead }) }
  return events.map(event => ({ ...event, ...where })) as unknown as [TrailEvent, ...TrailEvent[]]
}
