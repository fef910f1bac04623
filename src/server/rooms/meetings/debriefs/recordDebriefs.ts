import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import { marksOf } from '../../../../domain/campaign/dualDebrief/debriefBallot.ts'
import { faultOfCount } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { recordMeeting, unrecordMeeting } from '../../ledger/debriefs/recordMeeting.ts'
import { findBox } from '../ballots/ballots.store.ts'
import { keptFormOf } from '../ballotFormOf.ts'
import { linesOf, type MeetingTrail } from '../changeMeeting.ts'
import { convenes, type LoadedMeeting, openMeeting } from '../loadMeeting.ts'
import { moveMeeting } from '../moveMeeting.ts'
import { insertDecision } from '../plan/decision.store.ts'
import { type MeetingPart, presentMeeting } from '../presentMeeting.ts'
import type { DualMeeting } from '../meetings.tables.ts'

/** A meeting of dual debriefs, loaded and locked. */
type OpenDebriefs = LoadedMeeting & {
  readonly stored: LoadedMeeting['stored'] & { readonly lead: string; readonly dual: DualMeeting }
}

interface Changed {
  readonly after: LoadedMeeting
  readonly event: MeetingTrail
  readonly more: readonly TrailEvent[]
}

/** Records the count of the ballots in the dual debrief of everybody who was reviewed, each with an entry of the ledger. `meetingUncounted`, `debriefMarksExceed`, `notDebriefMeeting`, `notConvenor`, and those of `recordMeeting`. (六（四）) */
export async function recordDebriefs(
  request: Served<'POST /api/years/:year/meetings/:meeting/debriefs'>,
): Promise<MeetingPart | Refusal> {
  const { files, lateReason } = request.body
  return changeDebriefs(request, async (tx, open) => {
    const { stored, classes } = open
    const { id, year, lead: unit, name, heldOn, dual } = stored
    const form = keptFormOf(open)
    const count = (await findBox(tx, id))?.count
    if (form === undefined || !count) return refuse('meetingUncounted', {})
    const moved = await moveMeeting(
      request,
      tx,
      open,
      { do: 'record' },
      { acceptedOn: request.context.today() },
    )
    if (isRefusal(moved)) return moved
    const [first = 0, second = 0] = classes.map(({ present, expected }) => present ?? expected)
    const people = form.lines.map(line => ({ id: line.unit, marks: marksOf(count, line.unit) }))
    if (people.some(({ marks }) => marks !== undefined && faultOfCount([first, second], marks) === 'exceed'))
      return refuse('debriefMarksExceed', {})
    const held = {
      heldOn,
      before: dual.before,
      voters: [first, second],
      meeting: id,
      files,
      lateReason,
    } as const
    const more = await recordMeeting(tx, request, { year, unit, side: dual.side }, people, held)
    if (isRefusal(more)) return more
    const values = { name, people: people.length }
    return { after: moved.after, event: { kind: 'debriefsRecorded', values }, more }
  })
}

/** Takes back a count and what was recorded from it, by a decision with its reason: paper is mended and counted anew, or the meeting is broken off and held again. `notDebriefMeeting`, `notConvenor`, `meetingNotNow`, and those of `unrecordMeeting`. */
export async function reopenDebriefs(
  request: Served<'POST /api/years/:year/meetings/:meeting/debriefs-reopen'>,
): Promise<MeetingPart | Refusal> {
  const { context, actor } = request
  const { reason } = request.body
  return changeDebriefs(request, async (tx, open) => {
    const { id, year, lead: unit, name, dual } = open.stored
    const decision = { id: context.newId(), decidedBy: actor.name, decidedAt: context.now().toISOString() }
    await insertDecision(tx, { ...decision, meeting: id, kind: 'takenBack', reason })
    const moved = await moveMeeting(request, tx, open, { do: 'reopen', reason }, { acceptedOn: null })
    if (isRefusal(moved)) return moved
    const more = await unrecordMeeting(tx, request, { year, unit, side: dual.side }, id, reason)
    if (isRefusal(more)) return more
    return { after: moved.after, event: { kind: 'debriefsReopened', values: { name, reason } }, more }
  })
}

async function changeDebriefs(
  {
    context,
    actor,
    change,
    params: { year, meeting },
    body: { revision },
  }: Served<
    | 'POST /api/years/:year/meetings/:meeting/debriefs'
    | 'POST /api/years/:year/meetings/:meeting/debriefs-reopen'
  >,
  work: (tx: Transaction, open: OpenDebriefs) => Promise<Changed | Refusal>,
): Promise<MeetingPart | Refusal> {
  return change<MeetingPart>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, meeting, revision)
    if (isRefusal(open)) return open
    const { stored } = open
    if (stored.dual === null || stored.lead === null)
      return refuse('notDebriefMeeting', { name: stored.name })
    if (!convenes(actor, stored)) return refuse('notConvenor', { name: stored.name })
    const done = await work(tx, open as OpenDebriefs)
    if (isRefusal(done)) return done
    return {
      answer: presentMeeting(done.after, found.scheme, actor, context.now()),
      events: [...linesOf(stored, [done.event]), ...done.more],
    }
  })
}
