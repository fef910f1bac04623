import type { RoutineRefusalValues } from '../domain/kernel/routineRefusals.ts'

/** 日常管理拒绝的中文句子. */
export const routineSentences: { readonly [C in keyof RoutineRefusalValues]: (values: RoutineRefusalValues[C]) => string } = {}
