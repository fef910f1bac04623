import { decideMeeting } from '../../../domain/campaign/meeting/decideMeeting.ts'
import type { MeetingCommand, MeetingEvent } from '../../../domain/campaign/meeting/meetingState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { applyEvent } from './applyEvent.ts'
import { ballotFormOf } from './ballotFormOf.ts'
import { whyNotOpen } from './ballots/whyNotOpen.ts'
import { complete, type LoadedMeeting } from './loadMeeting.ts'
import { saveMeeting, type StoredMeeting } from './meeting.store.ts'
import { stampOf } from './stampOf.ts'

/** Moves an open meeting by a command of its lifecycle and saves it, with further columns if need be. The refusals of `decideMeeting`, with units by name. */
export async function moveMeeting(
  { context, actor }: { readonly context: AppContext; readonly actor: Pick<Actor, 'name'> },
  tx: Transaction,
  open: LoadedMeeting,
  command: MeetingCommand,
  more: Partial<StoredMeeting> = {},
): Promise<{ readonly after: LoadedMeeting; readonly event: MeetingEvent } | Refusal> {
  const now = context.now().toISOString()
  const event = decideMeeting(open.state, command, now)
  if (isRefusal(event)) return withUnitName(event, open)
  const wrong = event.voting === 'open' ? await whyNotOpen(tx, open.stored.id) : undefined
  if (wrong !== undefined) return wrong
  const columns = await applyEvent(tx, open, event, now)
  const stored = await saveMeeting(tx, open.stored, { ...columns, ...more }, stampOf(context, actor))
  return { after: await complete(tx, stored), event }
}

/** Issues the first slips or paper sheets of an open meeting: keeps its ballot form, after which the database refuses changes; later ones change nothing. `agendaEmpty`, `meetingNotNow`, `votingNotOpen`. */
export async function issueMeeting(
  request: Parameters<typeof moveMeeting>[0],
  tx: Transaction,
  open: LoadedMeeting,
  scheme: Scheme,
): Promise<LoadedMeeting | Refusal> {
  const form = open.stored.form ?? ballotFormOf(open, scheme)
  const moved = await moveMeeting(request, tx, open, { do: 'issue' }, { form })
  return isRefusal(moved) ? moved : moved.after
}

/** Gives a refusal of the domain its unit by name. */
function withUnitName(refusal: Refusal, { speakers }: LoadedMeeting): Refusal {
  const { unit } = refusal.values as { readonly unit?: string }
  const line = speakers.find(one => one.unit === unit)
  return line === undefined ? refusal : { ...refusal, values: { ...refusal.values, unit: line.unitName } }
}
