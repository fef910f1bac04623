import type { MeetingState } from '../../../domain/campaign/meeting/meetingState.ts'
import type { SpeechClock } from '../../../domain/campaign/meeting/speechClock.ts'
import { type Phase, phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
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

/** Loads a meeting for a change, locked until the transaction ends. `notFound`, `yearSealed`, and `staleRevision` where `seen` is not its revision. */
export async function openMeeting(
  tx: Transaction,
  year: number,
  id: string,
  seen?: number,
): Promise<LoadedMeeting | Refusal> {
  const cycle = await findCycle(tx, year)
  if (cycle?.sealed) return refuse('yearSealed', { phase: phaseNames[cycle.phase as Phase] })
  const stored = await findMeeting(tx, id, { lock: true })
  if (stored === undefined || stored.year !== year) return notThere()
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

/** Whether this person convenes the meeting: the committee its own, a lead unit the one of its members. */
export function convenes({ grants }: Actor, { lead }: Pick<StoredMeeting, 'lead'>): boolean {
  return grants.some(({ role, unit }) =>
    lead === null ? role === 'committee' : role === 'leadUnit' && unit === lead,
  )
}

/** Whether the meeting is within reach: everything is, or a unit on its agenda. */
export function isSeen(speakers: readonly Pick<StoredSpeaker, 'unit'>[], reach: Reach): boolean {
  return reach.all || speakers.some(({ unit }) => reach.has(unit))
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
