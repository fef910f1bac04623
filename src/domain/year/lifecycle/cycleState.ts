import type { Day } from '../../kernel/calendar.ts'
import type { LatePhase, OpenPhase, Phase } from './phases.ts'

/** Usual first day of each phase (各阶段通常的开始日期), from the timetable. An earlier start needs a reason. */
export type OpeningDays = { readonly [P in Phase]?: Day }

/** State of a cycle (考核年度的状态): open for facts; sealed, waiting for the leading group; approved; or reopened for a correction. (五（一）) */
export type CycleState = OpenCycle | SealedCycle | ApprovedCycle | CorrectingCycle

/** Cycle before its seal (未封存的年度). `seals` counts the seals so far, all returned. */
interface OpenCycle {
  readonly kind: 'open'
  readonly phase: OpenPhase
  readonly seals: number
  readonly days: OpeningDays
}

/** Sealed cycle waiting for approval (已封存待审定的年度). `resumes` is the phase of a corrected year before its correction. */
interface SealedCycle {
  readonly kind: 'sealed'
  readonly seal: number
  /** The correction of an earlier seal that led to this one. */
  readonly corrects?: Correction
  /** The seal that units see: the last one released to them. */
  readonly released?: number
}

/** Approved cycle (已审定的年度). */
interface ApprovedCycle {
  readonly kind: 'approved'
  readonly phase: LatePhase
  readonly seal: number
  /** The seal that units see: the last one released to them. */
  readonly released?: number
}

/** Cycle under correction (更正中的年度): facts may be written again until it is sealed once more or the correction is abandoned. */
interface CorrectingCycle {
  readonly kind: 'correcting'
  /** The latest seal. */
  readonly seal: number
  readonly corrects: Correction
  /** The seal that units see: the last one released to them. */
  readonly released?: number
  /** Whether anything was written since the seal. */
  readonly changed: boolean
}

/** Correction (更正): which seal, why, and the phase of the year before it. */
interface Correction {
  readonly seal: number
  readonly reason: string
  readonly phase: 'sealed' | LatePhase
}

/** Command to a cycle (年度的命令). */
export type CycleCommand =
  | { readonly do: 'move'; readonly from: Phase; readonly to: Phase; readonly reason?: string }
  | { readonly do: 'seal' }
  | { readonly do: 'approve'; readonly seal: number }
  | { readonly do: 'return'; readonly seal: number; readonly reason: string }
  | { readonly do: 'correct'; readonly seal: number; readonly reason: string }
  | { readonly do: 'abandonCorrection'; readonly reason: string }
  | { readonly do: 'release'; readonly seal: number }

/** Event of a cycle (年度的事件). */
export type CycleEvent =
  | { readonly kind: 'phaseMoved'; readonly from: Phase; readonly to: Phase; readonly reason?: string }
  | { readonly kind: 'sealed'; readonly seal: number }
  | { readonly kind: 'approved'; readonly seal: number }
  | { readonly kind: 'returned'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'correctionOpened'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'correctionAbandoned'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'released'; readonly seal: number }

/** Returns the phase of a cycle (年度所处的阶段). A cycle under correction keeps its earlier phase. */
export function phaseOf(state: CycleState): Phase {
  if (state.kind === 'sealed') return 'sealed'
  return state.kind === 'correcting' ? state.corrects.phase : state.phase
}

/** Tells whether facts may be written (事实能否写入). */
export function takesFacts(state: CycleState): boolean {
  return state.kind === 'open' || state.kind === 'correcting'
}
