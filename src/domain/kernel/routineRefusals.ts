/** 日常管理的拒绝. */
export type RoutineRefusalValues = Readonly<Record<never, never>>
