import type { MeetingEvent } from '../../../domain/campaign/meeting/meetingState.ts'
import { elapsedOf, startClock } from '../../../domain/campaign/meeting/speechClock.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { clockOf, type LoadedMeeting } from './loadMeeting.ts'
import { saveSpeaker, type StoredMeeting } from './meeting.store.ts'

/** Applies an event of the domain to a meeting: saves what it says of speakers, and returns the meeting's new columns. */
export async function applyEvent(
  tx: Transaction,
  { stored }: LoadedMeeting,
  { phase, voting, votingUntil, speaking, ended }: MeetingEvent,
  now: string,
): Promise<Partial<StoredMeeting>> {
  const at = Date.parse(now)
  if (ended !== undefined)
    await saveSpeaker(tx, stored.id, ended, {
      spoken: true,
      seconds: Math.floor(elapsedOf(clockOf(stored), at) / 1000),
    })
  return {
    phase,
    voting,
    votingUntil,
    ...(speaking !== undefined && {
      speaking,
      ...clockColumns(speaking === null ? { spent: 0 } : startClock(at)),
    }),
  }
}

/** The columns of a clock. */
export function clockColumns({ spent, runningSince }: ReturnType<typeof clockOf>) {
  return {
    speechSpent: spent,
    speechSince: runningSince === undefined ? null : new Date(runningSince).toISOString(),
  }
}
