import { refuse, type Refusal } from '../../kernel/refusal.ts'
import {
  debriefPhaseNames,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingPhase,
  type MeetingState,
  phaseNames,
} from './meetingState.ts'

type CommandOf<D extends MeetingCommand['do']> = Extract<MeetingCommand, { do: D }>

/** Decides a command to a debrief meeting (述职测评会议) in this state at this instant: returns the event or a refusal. (四（四）) */
export function decideMeeting(
  state: MeetingState,
  command: MeetingCommand,
  now: string,
): MeetingEvent | Refusal {
  switch (command.do) {
    case 'edit':
      return state.phase === 'planned'
        ? {}
        : refuse('meetingFrozen', { phase: phaseNamesOf(state)[state.phase] })
    case 'issue':
      return decideIssue(state)
    case 'start':
      return decideStart(state)
    case 'next':
      return decideNext(state, command)
    case 'openVoting':
      return decideOpening(state, command, now)
    case 'moveClose':
      return decideLaterClose(state, command, now)
    case 'closeVoting':
      return state.voting === 'open'
        ? { phase: 'closed', voting: 'closed', ...ending(state) }
        : refuse('votingNotOpen', {})
    case 'remove':
      return decideRemoval(state, command)
    case 'breakOff':
      return within(state, ['issued', 'running', 'returned']) ?? { phase: 'brokenOff', ...ending(state) }
    case 'count':
      return within(state, ['closed', 'returned']) ?? { phase: 'counted' }
    case 'report':
      return within(state, ['counted', 'returned']) ?? { phase: 'reported' }
    case 'accept':
      return within(state, ['reported']) ?? { phase: 'accepted' }
    case 'return':
      return within(state, ['reported']) ?? { phase: 'returned' }
    case 'takeBack':
      return within(state, ['accepted']) ?? { phase: 'returned' }
    case 'record':
      return within(state, ['counted']) ?? { phase: 'accepted' }
    case 'reopen':
      return within(state, ['counted', 'accepted']) ?? { phase: 'returned' }
  }
}

/** Whether sheets may be cast (可以投票): voting is open, its time is not up, and every speaker has spoken, since one sheet marks all. (四（四）) */
export function mayCast(state: MeetingState, now: string): boolean {
  return isVotingOpen(state, now) && waiting(state).length === 0 && state.speaking === undefined
}

/** Whether voting is open (投票进行中) at this instant. */
export function isVotingOpen({ voting, votingUntil }: MeetingState, now: string): boolean {
  return voting === 'open' && (votingUntil === undefined || now < votingUntil)
}

function decideIssue(state: MeetingState): MeetingEvent | Refusal {
  const wrong = within(state, ['planned', 'issued', 'running'])
  if (wrong !== undefined) return wrong
  if (state.voting === 'closed') return refuse('votingNotOpen', {})
  if (present(state).length === 0) return refuse('agendaEmpty', {})
  return state.phase === 'planned' ? { phase: 'issued' } : {}
}

function decideStart(state: MeetingState): MeetingEvent | Refusal {
  const wrong = within(state, ['planned', 'issued'])
  if (wrong !== undefined) return wrong
  return present(state).length === 0 ? refuse('agendaEmpty', {}) : { phase: 'running' }
}

function decideNext(state: MeetingState, { unit }: CommandOf<'next'>): MeetingEvent | Refusal {
  const wrong = within(state, ['running'])
  if (wrong !== undefined) return wrong
  const left = waiting(state).filter(line => line.unit !== state.speaking)
  if (unit === undefined) return { speaking: left[0]?.unit ?? null, ...ended(state) }
  const line = present(state).find(one => one.unit === unit && one.speaks)
  if (line === undefined) return refuse('notOnAgenda', { unit })
  return line.spoken || unit === state.speaking
    ? refuse('spokenAlready', { unit })
    : { speaking: unit, ...ended(state) }
}

function decideOpening(
  state: MeetingState,
  { until }: CommandOf<'openVoting'>,
  now: string,
): MeetingEvent | Refusal {
  const wrong = within(state, ['running'])
  if (wrong !== undefined) return wrong
  if (state.voting !== 'notYet') return refuse('votingOpened', {})
  if (until !== undefined && until <= now) return refuse('closeNotLater', {})
  const left = waiting(state).filter(line => line.unit !== state.speaking)
  if (!state.reviewAfterEach && left.length > 0) return refuse('speakersWaiting', { count: left.length })
  return { voting: 'open', votingUntil: until, ...(state.reviewAfterEach ? {} : ending(state)) }
}

function decideLaterClose(
  state: MeetingState,
  { until }: CommandOf<'moveClose'>,
  now: string,
): MeetingEvent | Refusal {
  if (state.voting !== 'open') return refuse('votingNotOpen', {})
  const before = state.votingUntil
  return before === undefined || until <= now || until <= before
    ? refuse('closeNotLater', {})
    : { votingUntil: until }
}

function decideRemoval(state: MeetingState, { unit }: CommandOf<'remove'>): MeetingEvent | Refusal {
  const wrong = within(state, ['planned', 'issued', 'running'])
  if (wrong !== undefined) return wrong
  if (state.voting !== 'notYet') return refuse('votingOpened', {})
  const lines = present(state)
  if (!lines.some(line => line.unit === unit)) return refuse('notOnAgenda', { unit })
  if (lines.length === 1) return refuse('lastOnAgenda', {})
  return { removed: unit, ...(state.speaking === unit && { speaking: null }) }
}

function within(state: MeetingState, phases: readonly MeetingPhase[]): Refusal | undefined {
  const names = phaseNamesOf(state)
  return phases.includes(state.phase)
    ? undefined
    : refuse('meetingNotNow', {
        phase: names[state.phase],
        needed: phases.map(one => names[one]).join('、'),
      })
}

function phaseNamesOf({ ofDebriefs }: MeetingState) {
  return ofDebriefs === true ? debriefPhaseNames : phaseNames
}

function present({ agenda }: MeetingState) {
  return agenda.filter(line => !line.removed)
}

function waiting(state: MeetingState) {
  return present(state).filter(line => line.speaks && !line.spoken)
}

function ended({ speaking }: MeetingState): Pick<MeetingEvent, 'ended'> {
  return speaking === undefined ? {} : { ended: speaking }
}

function ending(state: MeetingState): Pick<MeetingEvent, 'ended' | 'speaking'> {
  return state.speaking === undefined ? {} : { speaking: null, ...ended(state) }
}
