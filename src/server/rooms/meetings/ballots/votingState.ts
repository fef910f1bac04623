import type { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isVotingOpen } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import type { LoadedMeeting } from '../loadMeeting.ts'
import type { StoredBox } from './ballots.store.ts'

/** How far voting at a meeting is, sheets included. */
export type VotingState = keyof typeof votingStateNames

/** Says how far voting at a meeting is at this instant. */
export function votingStateOf(
  { stored, state }: LoadedMeeting,
  box: StoredBox | undefined,
  now: string,
): VotingState {
  if (stored.phase === 'brokenOff') return 'brokenOff'
  if (stored.voting === 'notYet') return 'prepared'
  if (stored.voting === 'open') return isVotingOpen(state, now) ? 'open' : 'closed'
  return box === undefined || box.state === 'sealed' ? 'closed' : box.state
}
