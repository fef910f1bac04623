/** 年度阶段, in the order of the notice. Up to `scored` facts may be written; from `sealed` on they may not. (一-五) */
export type Phase = OpenPhase | 'sealed' | LatePhase

/** 封存前的阶段. */
export type OpenPhase = 'prepared' | 'running' | 'debriefed' | 'scored'

/** 审定后的阶段. */
export type LatePhase = 'approved' | 'fedBack' | 'rectifying' | 'published' | 'closed'

/** 封存前的阶段, in order. */
export const OPEN_PHASES: readonly OpenPhase[] = ['prepared', 'running', 'debriefed', 'scored']

/** 审定后的阶段, in order. */
export const LATE_PHASES: readonly LatePhase[] = ['approved', 'fedBack', 'rectifying', 'published', 'closed']

/** 全部阶段, in order. */
export const PHASES: readonly Phase[] = [...OPEN_PHASES, 'sealed', ...LATE_PHASES]

/** 阶段的名称. */
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

/** 是否封存前的阶段. */
export function isOpenPhase(phase: Phase): phase is OpenPhase {
  return (OPEN_PHASES as readonly Phase[]).includes(phase)
}

/** 是否审定后的阶段. */
export function isLatePhase(phase: Phase): phase is LatePhase {
  return (LATE_PHASES as readonly Phase[]).includes(phase)
}
