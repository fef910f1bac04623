/** Phase of a cycle (年度阶段), in the order of the notice. Facts may be written up to `scored`, not from `sealed` on. (一-五) */
export type Phase = OpenPhase | 'sealed' | LatePhase

/** Phase before the seal (封存前的阶段). */
export type OpenPhase = 'prepared' | 'running' | 'debriefed' | 'scored'

/** Phase after approval (审定后的阶段). */
export type LatePhase = 'approved' | 'fedBack' | 'rectifying' | 'published' | 'closed'

/** Phases before the seal (封存前的阶段), in order. */
export const OPEN_PHASES: readonly OpenPhase[] = ['prepared', 'running', 'debriefed', 'scored']

/** Phases after approval (审定后的阶段), in order. */
export const LATE_PHASES: readonly LatePhase[] = ['approved', 'fedBack', 'rectifying', 'published', 'closed']

/** All phases (全部阶段), in order. */
export const PHASES: readonly Phase[] = [...OPEN_PHASES, 'sealed', ...LATE_PHASES]

/** Names of the phases (阶段的名称). */
export const phaseNames: { readonly [P in Phase]: string } = {
  prepared: '准备',
  running: '日常考核',
  debriefed: '述职测评',
  scored: '汇总计分',
  sealed: '已封存待审定',
  approved: '已审定',
  fedBack: '书面反馈',
  rectifying: '整改',
  published: '公示',
  closed: '办结',
}

/** Tells whether a phase is before the seal (是否封存前的阶段). */
export function isOpenPhase(phase: Phase): phase is OpenPhase {
  return (OPEN_PHASES as readonly Phase[]).includes(phase)
}

/** Tells whether a phase is after approval (是否审定后的阶段). */
export function isLatePhase(phase: Phase): phase is LatePhase {
  return (LATE_PHASES as readonly Phase[]).includes(phase)
}
