/** 日常管理的留痕事件. */
export type RoutineEvents = Readonly<Record<never, never>>

/** 日常管理事件的句子. */
export const routineEventSentences: { readonly [K in keyof RoutineEvents]: (values: RoutineEvents[K]) => string } = {}
