import { LATE_PHASES, type LatePhase, phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import type { Matter, MatterContext } from './matter.ts'

/** Tells whether a released year is in this phase, and the reader moves it on. */
export function movesOnFrom({ may, state }: MatterContext, phase: LatePhase): boolean {
  const isReleased = state.kind === 'approved' && state.released === state.seal
  return isReleased && state.phase === phase && may('movePhase')
}

/** Reminds of the next phase once what the present one waits for is `done`. */
export function nextPhase(phase: LatePhase, done: string): Matter {
  const next = LATE_PHASES[LATE_PHASES.indexOf(phase) + 1]!
  const text = `${done}，进入“${phaseNames[next]}”阶段`
  return { id: 'nextPhase', name: '阶段', text, page: '$year/year/phases', waits: true }
}
