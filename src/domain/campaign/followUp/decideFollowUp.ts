import { type Day, printDay } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { whyTooFar } from '../../kernel/whyTooFar.ts'

/** Names of how far a talk or a proposal is (落实情况). (五（四）) */
export const followUpStandingNames = {
  none: '待安排',
  arranged: '已安排待谈话',
  held: '已谈话待落实',
  proposed: '已提出待答复',
  settled: '已办结',
} as const

/** How far a talk or a proposal is (落实情况). */
type FollowUpStanding = keyof typeof followUpStandingNames

/** One step promised in a talk (谈话对象的承诺事项). */
export interface PromisedStep {
  readonly id: string
  readonly text: string
  readonly due: Day
  readonly result?: string
  readonly doneOn?: Day
  readonly by?: string
}

/** What decides about a talk by the leader in charge, or a proposal for reassignment (约谈、组织调整建议). (五（四）) */
export interface FollowUpState {
  readonly kind: 'talk' | 'proposal'
  /** The day of the talk as arranged, or the day the proposal was sent. */
  readonly day: Day
  readonly heldOn?: Day
  readonly signedOn?: Day
  readonly steps: readonly PromisedStep[]
  readonly outcomeOn?: Day
}

/** A command to a talk or proposal (落实的操作), with the day on which it happened where it has one. */
export type FollowUpCommand =
  | { readonly do: 'arrange'; readonly on: Day }
  | { readonly do: 'propose'; readonly on: Day }
  | { readonly do: 'record'; readonly on: Day; readonly signedOn?: Day }
  | { readonly do: 'promise'; readonly due: Day }
  | { readonly do: 'settle'; readonly step: string; readonly on: Day }
  | { readonly do: 'answer'; readonly on: Day }

/** States in which a command is possible. A record may be completed later, when it is signed. */
const OPEN: Readonly<Record<FollowUpCommand['do'], readonly FollowUpStanding[]>> = {
  arrange: ['none', 'arranged'],
  propose: ['none', 'proposed'],
  record: ['arranged', 'held'],
  promise: ['held', 'settled'],
  settle: ['held'],
  answer: ['proposed'],
}

/** Determines how far a talk or a proposal is (落实情况): a talk is settled once it is recorded, signed, and all promised steps are done. */
export function standingOf(state: FollowUpState | undefined): FollowUpStanding {
  if (state === undefined) return 'none'
  if (state.kind === 'proposal') return state.outcomeOn === undefined ? 'proposed' : 'settled'
  if (state.heldOn === undefined) return 'arranged'
  const isOpen = state.signedOn === undefined || state.steps.some(({ doneOn }) => doneOn === undefined)
  return isOpen ? 'held' : 'settled'
}

/** Explains why a command to a talk or proposal (约谈、组织调整建议) is not possible on this day, or dated before the appraised year began; `undefined` if it is. (五（四）) */
export function whyNotFollowUp(
  state: FollowUpState | undefined,
  command: FollowUpCommand,
  { today, opened }: { readonly today: Day; readonly opened: Day },
): Refusal | undefined {
  const standing = standingOf(state)
  const isOther = command.do === 'promise' && state?.kind === 'proposal'
  if (isOther || !OPEN[command.do].includes(standing))
    return refuse('followUpLocked', { state: followUpStandingNames[standing] })
  const after = (day: Day | undefined, least: Day | undefined) =>
    day !== undefined && least !== undefined && day < least
      ? refuse('followUpDayBefore', { day: printDay(least) })
      : undefined
  const future = (day: Day | undefined) =>
    day !== undefined && day > today ? refuse('servedInFuture', { day: printDay(day) }) : undefined
  switch (command.do) {
    case 'arrange':
      return after(command.on, opened)
    case 'propose':
      return future(command.on) ?? after(command.on, opened)
    case 'record':
      return (
        future(command.on) ??
        after(command.on, opened) ??
        future(command.signedOn) ??
        after(command.signedOn, command.on)
      )
    case 'promise':
      return after(command.due, state!.heldOn) ?? whyTooFar(command.due, today)
    case 'settle': {
      const step = state!.steps.find(({ id }) => id === command.step)
      if (step === undefined) return refuse('notFound', { what: '这个承诺事项' })
      if (step.doneOn !== undefined) return refuse('followUpStepDone', { step: step.text })
      return future(command.on) ?? after(command.on, state!.heldOn)
    }
    case 'answer':
      return future(command.on) ?? after(command.on, state!.day)
  }
}

/** Finds since when a talk or its promised steps are overdue (逾期); `undefined` if nothing is. */
export function overdueSince(state: FollowUpState | undefined, today: Day): Day | undefined {
  if (state?.kind !== 'talk') return undefined
  if (state.heldOn === undefined) return state.day < today ? state.day : undefined
  return state.steps
    .filter(({ doneOn, due }) => doneOn === undefined && due < today)
    .map(({ due }) => due)
    .toSorted()[0]
}
