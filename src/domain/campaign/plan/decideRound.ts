import type { Day } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** 轮次状态: drafted 拟定, issued 已下达, ended 已结束. */
export type RoundState = 'drafted' | 'issued' | 'ended'

/** 看到的轮次状态: an issued round is running once its first day has come. */
export type RoundSeen = RoundState | 'running'

/** 轮次状态的说法. */
export const roundStateNames: Readonly<Record<RoundSeen, string>> = {
  drafted: '拟定',
  issued: '已下达',
  running: '进行中',
  ended: '已结束',
}

/** 对轮次的命令. */
export type RoundCommand =
  | { readonly do: 'issue'; readonly visits: number; readonly blocking: number; readonly first: string }
  | { readonly do: 'end'; readonly left: number; readonly reason: string }
  | { readonly do: 'reopen'; readonly done: number; readonly reason: string }

/** 看到的状态 on this day. */
export function seenState(state: RoundState, from: Day, today: Day): RoundSeen {
  return state === 'issued' && today >= from ? 'running' : state
}

/**
 * 轮次的决定: the state that a command leads to, or why it does not. Nothing is issued with a blocking fault; an end that leaves units out wants a reason;
 * an ended round runs again, an issued one is drafted again as long as nobody has been out.
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
