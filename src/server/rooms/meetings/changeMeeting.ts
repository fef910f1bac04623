import type { TrailEvent, TrailKind } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Change, UNTRACED } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import { convenes, type LoadedMeeting, openMeeting } from './loadMeeting.ts'
import type { StoredMeeting } from './meeting.store.ts'
import { type MeetingPart, presentMeeting } from './presentMeeting.ts'

/** An event of a meeting, before its year and lead unit are added. */
export type MeetingTrail = {
  readonly [K in TrailKind]: Pick<Extract<TrailEvent, { kind: K }>, 'kind' | 'values'>
}[TrailKind]

/** What a change of a meeting comes to: the meeting after it, and the events. */
export interface ChangedMeeting {
  readonly after: LoadedMeeting
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

/** Changes a meeting as its convenor: loads and locks it, lets `work` change it and answers it in full. `notConvenor`, `notFound`, `staleRevision`, `yearSealed`. */
export async function changeMeeting(
  { context, actor, change, params: { year, meeting: id }, body: { revision } }: MeetingRequest,
  work: (tx: Transaction, open: LoadedMeeting, year: YearContext) => Promise<ChangedMeeting | Refusal>,
): Promise<MeetingPart | Refusal> {
  return change<MeetingPart>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, id, revision)
    if (isRefusal(open)) return open
    if (!convenes(actor, open.stored)) return refuse('notConvenor', { name: open.stored.name })
    const done = await work(tx, open, found)
    if (isRefusal(done)) return done
    return {
      answer: presentMeeting(done.after, found.scheme, actor, context.now()),
      events: trailOf(open.stored, done.events),
    }
  })
}

/** Adds year and lead unit to the events of a meeting; what a rehearsal does leaves none. */
export function trailOf(
  { year, lead, rehearsal }: Pick<StoredMeeting, 'year' | 'lead' | 'rehearsal'>,
  events: ChangedMeeting['events'],
): readonly [TrailEvent, ...TrailEvent[]] | typeof UNTRACED {
  return rehearsal ? UNTRACED : linesOf({ year, lead }, events)
}

/** The lines of events, rehearsed or not. */
export function linesOf(
  { year, lead }: Pick<StoredMeeting, 'year' | 'lead'>,
  events: ChangedMeeting['events'],
): readonly [TrailEvent, ...TrailEvent[]] {
  const where = { year, ...(lead !== null && { unit: lead }) }
  return events.map(event => ({ ...event, ...where })) as unknown as [TrailEvent, ...TrailEvent[]]
}
