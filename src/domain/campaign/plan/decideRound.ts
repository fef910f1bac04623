import type { Day } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** The state of a round (轮次状态): drafted 拟定, issued 已下达, ended 已结束. */
export type RoundState = 'drafted' | 'issued' | 'ended'

/** The displayed state of a round (轮次状态): an issued round is running from its first day. */
type RoundSeen = RoundState | 'running'

/** The names of the states of a round (轮次状态). */
export const roundStateNames: Readonly<Record<RoundSeen, string>> = {
  drafted: '拟定',
  issued: '已下达',
  running: '进行中',
  ended: '已结束',
}

/** A command to a round (轮次). */
export type RoundCommand =
  | { readonly do: 'issue'; readonly visits: number; readonly blocking: number; readonly first: string }
  | { readonly do: 'end'; readonly left: number; readonly reason: string }
  | { readonly do: 'reopen'; readonly done: number; readonly reason: string }

/** Returns the displayed state of a round (轮次状态) on this day. */
export function seenState(state: RoundState, from: Day, today: Day): RoundSeen {
  return state === 'issued' && today >= from ? 'running' : state
}

/**
 * Decides a command to a round (轮次): returns its next state or a refusal. A blocking fault prevents
 * issue; ending with units left out requires a reason; an ended round can be reopened, and an issued one
 * returned to draft before the first visit.
 */
export function decideRound(state: RoundState, command: RoundCommand): RoundState | Refusal {
  switch (command.do) {
    case 'issue':
      if (state !== 'drafted') return refuse('roundAlreadyIssued', { state: roundStateNames[state] })
      if (command.visits === 0) return refuse('planEmpty', {})
      return command.blocking > 0
        ? refuse('planFaulty', { total: command.blocking, first: command.first })
        : 'issued'
    case 'end':
      if (state !== 'issued') return refuse('roundNotRunning', { state: roundStateNames[state] })
      return command.left > 0 && command.reason === ''
        ? refuse('roundUnfinished', { left: command.left })
        : 'ended'
    case 'reopen':
      if (state === 'drafted') return refuse('roundNotRunning', { state: roundStateNames[state] })
      if (state === 'ended') return 'issued'
      return command.done > 0 ? refuse('roundBegun', { done: command.done }) : 'drafted'
  }
}
