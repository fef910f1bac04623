import type { AppContext } from '../../../platform/appContext.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Change } from '../../../platform/change/change.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { loadYear, type YearContext } from '../../../year/loadYear.ts'
import { type MeetingTrail, trailOf } from '../changeMeeting.ts'
import { convenes, type LoadedMeeting, openMeeting } from '../loadMeeting.ts'

/** A request of the convenor about the ballots of a meeting. */
interface BallotsRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly meeting: string }
}

/** What a change of the ballots comes to. */
interface Changed<A> {
  readonly answer: A
  readonly events: readonly [MeetingTrail, ...MeetingTrail[]]
}

/** Changes the ballots of a meeting as its convenor: loads and locks the meeting, lets `work` decide. Ballots have no revision: each step is possible once, or adds. `notConvenor`, `notFound`, `yearSealed`. */
export async function changeBallots<A>(
  { actor, change, params: { year, meeting } }: BallotsRequest,
  work: (tx: Transaction, open: LoadedMeeting, year: YearContext) => Promise<Changed<A> | Refusal>,
): Promise<A | Refusal> {
  return change<A>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, meeting)
    if (isRefusal(open)) return open
    if (!convenes(actor, open.stored)) return refuse('notConvenor', { name: open.stored.name })
    const done = await work(tx, open, found)
    return isRefusal(done) ? done : { answer: done.answer, events: trailOf(open.stored, done.events) }
  })
}
