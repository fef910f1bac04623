import { type CycleEvent, type CycleState, type OpeningDays, phaseOf } from './cycleState.ts'
import { isLatePhase, isOpenPhase } from './phases.ts'

/** Returns the state after an event (事件之后的状态). Throws a RangeError (a bug) for an event that `decideCycle` would not return. */
export function evolveCycle(state: CycleState, event: CycleEvent, days: OpeningDays = {}): CycleState {
  switch (event.kind) {
    case 'phaseMoved':
      if (state.kind === 'open' && isOpenPhase(event.to)) return { ...state, phase: event.to }
      if (state.kind === 'approved' && isLatePhase(event.to)) return { ...state, phase: event.to }
      break
    case 'sealed':
      if (state.kind === 'open') return { kind: 'sealed', seal: event.seal }
      if (state.kind === 'correcting')
        return { kind: 'sealed', seal: event.seal, corrects: state.corrects, released: state.released }
      break
    case 'approved':
      if (state.kind !== 'sealed') break
      return {
        kind: 'approved',
        phase: resumed(state.corrects?.phase),
        seal: event.seal,
        released: state.released,
      }
    case 'returned':
      if (state.kind !== 'sealed') break
      if (state.corrects === undefined) return { kind: 'open', phase: 'scored', seals: event.seal, days }
      return {
        kind: 'correcting',
        seal: event.seal,
        corrects: state.corrects,
        released: state.released,
        changed: true,
      }
    case 'correctionOpened': {
      if (state.kind !== 'sealed' && state.kind !== 'approved') break
      const corrects = {
        seal: event.seal,
        reason: event.reason,
        phase: state.kind === 'sealed' ? 'sealed' : state.phase,
      } as const
      return { kind: 'correcting', seal: state.seal, corrects, released: state.released, changed: false }
    }
    case 'correctionAbandoned':
      if (state.kind !== 'correcting') break
      if (state.corrects.phase === 'sealed')
        return { kind: 'sealed', seal: state.seal, released: state.released }
      return { kind: 'approved', phase: state.corrects.phase, seal: state.seal, released: state.released }
    case 'released':
      if (state.kind === 'approved') return { ...state, released: event.seal }
  }
  throw new RangeError(`${event.kind} cannot meet a year that is ${state.kind} (${phaseOf(state)})`)
}

/** Resumes a corrected year in its earlier phase. */
function resumed(phase: 'sealed' | Parameters<typeof isLatePhase>[0] | undefined) {
  return phase !== undefined && isLatePhase(phase) ? phase : 'approved'
}
