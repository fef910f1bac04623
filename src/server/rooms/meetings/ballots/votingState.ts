import type { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { isVotingOpen } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import type { LoadedMeeting } from '../loadMeeting.ts'
import type { BoxState } from './ballots.tables.ts'

/** How far voting at a meeting is, sheets included. */
type VotingState = keyof typeof votingStateNames

/** Says how far voting at a meeting is at this instant. */
export function votingStateOf(
  { stored, state }: LoadedMeeting,
  box: { readonly state: BoxState | null } | undefined,
  now: string,
): VotingState {
  if (stored.phase === 'brokenOff') return 'brokenOff'
  if (stored.voting === 'notYet') return 'prepared'
  if (stored.voting === 'open') return isVotingOpen(state, now) ? 'open' : 'closed'
  const reached = box?.state ?? 'sealed'
  return reached === 'sealed' ? 'closed' : reached
}
