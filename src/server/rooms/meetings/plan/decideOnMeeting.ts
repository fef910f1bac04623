import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { destroySheets } from '../ballots/ballots.store.ts'
import { type ChangedMeeting, changeMeeting } from '../changeMeeting.ts'
import { complete, type LoadedMeeting, nameLine } from '../loadMeeting.ts'
import { saveSpeaker } from '../meeting.store.ts'
import { moveMeeting } from '../moveMeeting.ts'
import type { MeetingPart } from '../presentMeeting.ts'
import { insertDecision } from './decision.store.ts'

/** Takes a secretary off the agenda before any voting opens, by a decision with its reason. `notOnAgenda`, `votingOpened`, `lastOnAgenda`. (四（四）) */
export async function removeSpeaker(
  request: Served<'POST /api/years/:year/meetings/:meeting/removals'>,
): Promise<MeetingPart | Refusal> {
  const { unit, reason } = request.body
  return changeMeeting(request, async (tx, open) => {
    const line = open.speakers.find(one => one.unit === unit)
    if (line === undefined) return refuse('notOnAgenda', { unit })
    const moved = await moveMeeting(request, tx, open, { do: 'remove', unit })
    if (isRefusal(moved)) return moved
    const { id, name } = open.stored
    await saveSpeaker(tx, id, unit, { removedWhy: reason })
    const unitName = nameLine(line, open.stored.dual)
    await insertDecision(tx, { ...decisionOf(request), meeting: id, kind: 'removed', unitName, reason })
    return {
      after: await complete(tx, moved.after.stored),
      events: [{ kind: 'speakerRemoved', values: { name, unit: unitName, reason } }],
    }
  })
}

/** Moves the close of voting later, by a decision with its reason. `votingNotOpen`, `closeNotLater`. */
export async function moveClose(
  request: Served<'POST /api/years/:year/meetings/:meeting/later-close'>,
): Promise<MeetingPart | Refusal> {
  return changeMeeting(request, (tx, open) => decideLaterClose(request, tx, open, request.body))
}

/** Moves the close of an open meeting later, with the decision that says why. `votingNotOpen`, `closeNotLater`. */
export async function decideLaterClose(
  request: Deciding,
  tx: Transaction,
  open: LoadedMeeting,
  { until, reason }: { readonly until: string; readonly reason: string },
): Promise<ChangedMeeting | Refusal> {
  const moved = await moveMeeting(request, tx, open, { do: 'moveClose', until })
  if (isRefusal(moved)) return moved
  const { id, name } = open.stored
  await insertDecision(tx, { ...decisionOf(request), meeting: id, kind: 'closeMoved', until, reason })
  return {
    after: await complete(tx, moved.after.stored),
    events: [{ kind: 'closeMoved', values: { name, until: formatInstant(until), reason } }],
  }
}

/** Breaks a meeting off, by a decision with its reason: its sheets are destroyed uncounted, and another may be planned. `meetingNotNow`. */
export async function breakOffMeeting(
  request: Served<'POST /api/years/:year/meetings/:meeting/break-off'>,
): Promise<MeetingPart | Refusal> {
  const { reason } = request.body
  return changeMeeting(request, async (tx, open) => {
    const moved = await moveMeeting(request, tx, open, { do: 'breakOff', reason })
    if (isRefusal(moved)) return moved
    const { id, name } = open.stored
    await insertDecision(tx, { ...decisionOf(request), meeting: id, kind: 'brokenOff', reason })
    const sheets = await destroySheets(tx, id)
    return {
      after: await complete(tx, moved.after.stored),
      events: [
        { kind: 'meetingBrokenOff', values: { name, reason } },
        { kind: 'ballotsDestroyed', values: { meeting: name, sheets } },
      ],
    }
  })
}

/** Who decides. */
type Deciding = Parameters<typeof moveMeeting>[0]

function decisionOf({ context, actor }: Deciding) {
  return { id: context.newId(), decidedBy: actor.name, decidedAt: context.now().toISOString() }
}
