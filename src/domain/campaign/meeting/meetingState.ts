/** Where a meeting stands (会议进展): 筹备, 已发票, 开会中, 已结束, 已计票, 已上报, 已认定, 退回, 中止. (四（四）) */
export type MeetingPhase =
  | 'planned'
  | 'issued'
  | 'running'
  | 'closed'
  | 'counted'
  | 'reported'
  | 'accepted'
  | 'returned'
  | 'brokenOff'

/** The names of the phases (会议进展的名称). */
export const phaseNames: Readonly<Record<MeetingPhase, string>> = {
  planned: '筹备',
  issued: '已发票',
  running: '开会中',
  closed: '已结束，待计票',
  counted: '已计票，待上报',
  reported: '已上报',
  accepted: '已认定',
  returned: '已退回',
  brokenOff: '已中止',
}

/** The names of the phases where a meeting is one of dual debriefs (双述双评会议进展的名称): its result is recorded by the unit itself. (六（四）) */
export const debriefPhaseNames: Readonly<Record<MeetingPhase, string>> = {
  ...phaseNames,
  counted: '已计票，待登记',
  accepted: '已登记',
  returned: '已收回，待更正',
}

/** Voting at a meeting (投票): not opened yet, open, or closed. */
export type Voting = 'notYet' | 'open' | 'closed'

/** A secretary on the agenda (议程一项): speaks or is only read, has spoken, or was taken off. */
interface AgendaLine {
  readonly unit: string
  readonly speaks: boolean
  readonly spoken: boolean
  readonly removed: boolean
}

/** The state of a debrief meeting (述职测评会议), with its agenda in order. (四（四）) */
export interface MeetingState {
  readonly phase: MeetingPhase
  readonly voting: Voting
  /** When voting ends, as an instant; open-ended without it. */
  readonly votingUntil?: string
  /** Voting after each speech (一述一评): it opens before all have spoken. */
  readonly reviewAfterEach: boolean
  /** The unit whose secretary is speaking. */
  readonly speaking?: string
  readonly agenda: readonly AgendaLine[]
  /** The meeting is one of dual debriefs (双述双评). */
  readonly ofDebriefs?: boolean
}

/** A command to a debrief meeting (述职测评会议). `next` calls a unit, or the next one in order; `record` and `reopen` are for meetings of dual debriefs alone. */
export type MeetingCommand =
  | { readonly do: 'edit' | 'issue' | 'start' | 'closeVoting' | 'count' | 'report' | 'accept' | 'record' }
  | { readonly do: 'next'; readonly unit?: string }
  | { readonly do: 'openVoting'; readonly until?: string }
  | { readonly do: 'moveClose'; readonly until: string }
  | { readonly do: 'remove'; readonly unit: string }
  | { readonly do: 'breakOff' | 'return' | 'takeBack' | 'reopen'; readonly reason: string }

/** What a command comes to (会议事件): the new phase, voting and speaker, where they change. */
export interface MeetingEvent {
  readonly phase?: MeetingPhase
  readonly voting?: Voting
  readonly votingUntil?: string
  /** The unit that speaks now; `null`: nobody does. */
  readonly speaking?: string | null
  /** The unit that has just ended. */
  readonly ended?: string
  readonly removed?: string
}
