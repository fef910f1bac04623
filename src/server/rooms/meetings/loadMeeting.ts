import type { Action } from '../../../contract/access/actions.ts'
import type { Role } from '../../../contract/access/roles.ts'
import type { MeetingState } from '../../../domain/campaign/meeting/meetingState.ts'
import type { SpeechClock } from '../../../domain/campaign/meeting/speechClock.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { accessTable } from '../../platform/access/accessTable.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import {
  findMeeting,
  listClasses,
  listSpeakers,
  type StoredClass,
  type StoredMeeting,
  type StoredSpeaker,
} from './meeting.store.ts'
import { listDecisions, type StoredDecision } from './plan/decision.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** A meeting with its agenda in order, its classes and its state for the domain. */
export interface LoadedMeeting {
  readonly stored: StoredMeeting
  readonly speakers: readonly StoredSpeaker[]
  readonly classes: readonly StoredClass[]
  readonly decisions: readonly StoredDecision[]
  readonly state: MeetingState
}

/** Loads a meeting to read it. `notFound`. */
export async function loadMeeting(
  db: Database | Transaction,
  year: number,
  id: string,
): Promise<LoadedMeeting | Refusal> {
  const stored = await findMeeting(db, id)
  return stored === undefined || stored.year !== year ? notThere() : complete(db, stored)
}

/** Loads a meeting for a change, locked until the transaction ends. `notFound`, `yearSealed` unless it is a rehearsal, and `staleRevision` where `seen` is not its revision. */
export async function openMeeting(
  tx: Transaction,
  year: number,
  id: string,
  seen?: number,
): Promise<LoadedMeeting | Refusal> {
  const stored = await findMeeting(tx, id, { lock: true })
  if (stored === undefined || stored.year !== year) return notThere()
  // A rehearsal does not count, so it goes on.
  const closed = stored.rehearsal ? undefined : await whyYearClosed(tx, year)
  if (closed !== undefined) return closed
  if (seen === undefined || seen === stored.revision) return complete(tx, stored)
  return staleRevision(`“${stored.name}”`, stored.changedBy, stored.changedAt)
}

/** Adds agenda, classes and state to a stored meeting. */
export async function complete(db: Database | Transaction, stored: StoredMeeting): Promise<LoadedMeeting> {
  const speakers = await listSpeakers(db, [stored.id])
  return {
    stored,
    speakers,
    classes: await listClasses(db, stored.id),
    decisions: await listDecisions(db, stored.id),
    state: stateOf(stored, speakers),
  }
}

/** Whether this person convenes the meeting: the committee its own, a lead unit the one of its members, a unit that of its dual debriefs. */
export function convenes(
  { grants }: Actor,
  { lead, dual = null }: Pick<StoredMeeting, 'lead'> & Partial<Pick<StoredMeeting, 'dual'>>,
): boolean {
  return grants.some(({ role, unit }) => {
    if (lead === null) return role === 'committee'
    return unit === lead && (role === 'leadUnit' || (role === 'unit' && dual !== null))
  })
}

/** Whether a meeting is within reach of what somebody wants to do: everything is, or one whose agenda has a unit of theirs; of a unit itself only those of its own dual debriefs. */
export function isSeen(
  { lead, dual }: Pick<StoredMeeting, 'lead' | 'dual'>,
  speakers: readonly Pick<StoredSpeaker, 'unit'>[],
  { actor: { grants }, reach }: { readonly actor: Actor; readonly reach: Reach },
  action: Action,
): boolean {
  if (reach.all) return true
  if (dual !== null) return lead !== null && reach.has(lead)
  const isBy = (unit: string, role: Role) => grants.some(one => one.unit === unit && one.role === role)
  const others = accessTable.filter(one => one.action === action && one.role !== 'unit')
  return speakers.some(
    ({ unit }) => reach.has(unit) && (!isBy(unit, 'unit') || others.some(({ role }) => isBy(unit, role))),
  )
}

/** Names who stands on a line of the agenda before “书记”: the unit, or at a dual debrief, where several are of one organisation, the person too. */
export function nameLine(
  { unitName, secretary }: Pick<StoredSpeaker, 'unitName' | 'secretary'>,
  dual: StoredMeeting['dual'],
): string {
  return dual === null ? unitName : `${unitName}${secretary}`
}

/** The clock of the speech under way. */
export function clockOf({ speechSpent, speechSince }: StoredMeeting): SpeechClock {
  return {
    spent: speechSpent,
    runningSince: speechSince === null ? undefined : Date.parse(toInstant(speechSince)),
  }
}

function stateOf(stored: StoredMeeting, speakers: readonly StoredSpeaker[]): MeetingState {
  return {
    phase: stored.phase,
    voting: stored.voting,
    votingUntil: stored.votingUntil === null ? undefined : toInstant(stored.votingUntil),
    reviewAfterEach: stored.reviewAfterEach,
    speaking: stored.speaking ?? undefined,
    ofDebriefs: stored.dual !== null,
    agenda: speakers.map(({ unit, speaks, spoken, removedWhy }) => ({
      unit,
      speaks,
      spoken,
      removed: removedWhy !== null,
    })),
  }
}

function notThere(): Refusal {
  return refuse('notFound', { what: '这次会议' })
}
