import type { Day } from '../../kernel/calendar.ts'
import type { LatePhase, OpenPhase, Phase } from './phases.ts'

/** 各阶段通常的开始日期, from the timetable; earlier needs a reason. */
export type OpeningDays = { readonly [P in Phase]?: Day }

/** 考核年度的状态: open for facts; sealed, waiting for the leading group; approved; or a sealed year opened for a correction. (五（一）) */
export type CycleState = OpenCycle | SealedCycle | ApprovedCycle | CorrectingCycle

/** 未封存的年度. `seals` counts the seals so far, all returned. */
export interface OpenCycle {
  readonly kind: 'open'
  readonly phase: OpenPhase
  readonly seals: number
  readonly days: OpeningDays
}

/** 已封存待审定的年度; `resumes` is where a corrected year was before. */
export interface SealedCycle {
  readonly kind: 'sealed'
  readonly seal: number
  /** made by a correction of an earlier seal. */
  readonly corrects?: Correction
  readonly released: boolean
}

/** 已审定的年度. */
export interface ApprovedCycle {
  readonly kind: 'approved'
  readonly phase: LatePhase
  readonly seal: number
  readonly released: boolean
}

/** 更正中的年度: facts may be written again until it is sealed once more, or the correction is given up. */
export interface CorrectingCycle {
  readonly kind: 'correcting'
  /** the latest seal. */
  readonly seal: number
  readonly corrects: Correction
  readonly released: boolean
  /** whether anything was written since. */
  readonly changed: boolean
}

/** 更正: which seal, why, and where the year stood. */
export interface Correction {
  readonly seal: number
  readonly reason: string
  readonly phase: 'sealed' | LatePhase
}

/** 年度的命令. */
export type CycleCommand =
  | { readonly do: 'move'; readonly from: Phase; readonly to: Phase; readonly reason?: string }
  | { readonly do: 'seal' }
  | { readonly do: 'approve'; readonly seal: number }
  | { readonly do: 'return'; readonly seal: number; readonly reason: string }
  | { readonly do: 'correct'; readonly seal: number; readonly reason: string }
  | { readonly do: 'abandonCorrection'; readonly reason: string }
  | { readonly do: 'release'; readonly seal: number }

/** 年度的事件. */
export type CycleEvent =
  | { readonly kind: 'phaseMoved'; readonly from: Phase; readonly to: Phase; readonly reason?: string }
  | { readonly kind: 'sealed'; readonly seal: number }
  | { readonly kind: 'approved'; readonly seal: number }
  | { readonly kind: 'returned'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'correctionOpened'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'correctionAbandoned'; readonly seal: number; readonly reason: string }
  | { readonly kind: 'released'; readonly seal: number }

/** 年度所处的阶段; a corrected year stands where it stood. */
export function phaseOf(state: CycleState): Phase {
  if (state.kind === 'sealed') return 'sealed'
  return state.kind === 'correcting' ? state.corrects.phase : state.phase
}

/** 事实能否写入. */
export function takesFacts(state: CycleState): boolean {
  return state.kind === 'open' || state.kind === 'correcting'
}
