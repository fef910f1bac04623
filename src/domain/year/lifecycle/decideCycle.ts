import type { Day } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { type CycleCommand, type CycleEvent, type CycleState, phaseOf } from './cycleState.ts'
import { isLatePhase, isOpenPhase, LATE_PHASES, OPEN_PHASES, type Phase, phaseNames } from './phases.ts'

type CommandOf<D extends CycleCommand['do']> = Extract<CycleCommand, { do: D }>

/** Decides a command (年度的决定): returns the event for the state and day, or a refusal. (五（一）) */
export function decideCycle(state: CycleState, command: CycleCommand, today: Day): CycleEvent | Refusal {
  switch (command.do) {
    case 'move':
      return decideMove(state, command, today)
    case 'seal':
      return decideSeal(state)
    case 'approve':
      return judged(state, command.seal) ?? { kind: 'approved', seal: command.seal }
    case 'return':
      return judged(state, command.seal) ?? { kind: 'returned', seal: command.seal, reason: command.reason }
    case 'correct':
      return decideCorrection(state, command)
    case 'abandonCorrection':
      if (state.kind !== 'correcting') return refuse('notCorrecting', {})
      if (state.changed) return refuse('correctionChanged', {})
      return { kind: 'correctionAbandoned', seal: state.corrects.seal, reason: command.reason }
    case 'release':
      return decideRelease(state, command)
  }
}

function decideMove(
  state: CycleState,
  { from, to, reason }: CommandOf<'move'>,
  today: Day,
): CycleEvent | Refusal {
  const now = phaseOf(state)
  if (from !== now) return refuse('phaseMovedMeanwhile', { phase: phaseNames[now] })
  if (state.kind === 'correcting') return refuse('phaseWaitsForCorrection', {})
  if (to === 'sealed' || (to === 'approved' && now === 'sealed'))
    return refuse('phaseByDeed', { phase: phaseNames[to] })
  const order =
    isOpenPhase(now) && isOpenPhase(to)
      ? OPEN_PHASES
      : isLatePhase(now) && isLatePhase(to)
        ? LATE_PHASES
        : undefined
  if (order === undefined || from === to)
    return refuse('phaseOutOfReach', { from: phaseNames[now], to: phaseNames[to] })
  if ((to === 'published' || to === 'closed') && state.kind === 'approved' && state.released !== state.seal) {
    return refuse('phaseWaitsForRelease', { phase: phaseNames[to] })
  }
  const why = outOfOrder(order, state, now, to, today)
  if (why !== undefined && reason === undefined)
    return refuse('phaseNeedsReason', { from: phaseNames[now], to: phaseNames[to], why })
  return { kind: 'phaseMoved', from: now, to, reason }
}

/** Explains why a move is out of order (为什么不按次序): backward, skipping a phase, or before its day; `undefined` when it is in order. */
function outOfOrder(
  order: readonly Phase[],
  state: CycleState,
  from: Phase,
  to: Phase,
  today: Day,
): 'back' | 'skips' | 'early' | undefined {
  const steps = order.indexOf(to) - order.indexOf(from)
  if (steps < 0) return 'back'
  if (steps > 1) return 'skips'
  const day = state.kind === 'open' ? state.days[to] : undefined
  return day !== undefined && today < day ? 'early' : undefined
}

function decideSeal(state: CycleState): CycleEvent | Refusal {
  if (state.kind === 'correcting') return { kind: 'sealed', seal: state.seal + 1 }
  if (state.kind !== 'open') return refuse('yearSealed', { phase: phaseNames[phaseOf(state)] })
  if (state.phase !== 'scored')
    return refuse('sealNotYet', { phase: phaseNames[state.phase], needed: phaseNames.scored })
  return { kind: 'sealed', seal: state.seals + 1 }
}

/** Refuses to judge anything but the latest seal while it waits for the leading group. */
function judged(state: CycleState, seal: number): Refusal | undefined {
  if (state.kind !== 'sealed') return refuse('nothingToJudge', { phase: phaseNames[phaseOf(state)] })
  return state.seal === seal ? undefined : refuse('sealNotLatest', { seal, latest: state.seal })
}

function decideCorrection(state: CycleState, { seal, reason }: CommandOf<'correct'>): CycleEvent | Refusal {
  if (state.kind === 'open') return refuse('notSealed', { phase: phaseNames[state.phase] })
  if (state.kind === 'correcting') return refuse('alreadyCorrecting', { reason: state.corrects.reason })
  if (state.seal !== seal) return refuse('sealNotLatest', { seal, latest: state.seal })
  return { kind: 'correctionOpened', seal, reason }
}

function decideRelease(state: CycleState, { seal }: CommandOf<'release'>): CycleEvent | Refusal {
  if (state.kind !== 'approved') return refuse('notApproved', { phase: phaseNames[phaseOf(state)] })
  if (state.seal !== seal) return refuse('sealNotLatest', { seal, latest: state.seal })
  return state.released === seal ? refuse('alreadyReleased', {}) : { kind: 'released', seal }
}
