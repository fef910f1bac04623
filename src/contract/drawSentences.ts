import type { DrawRefusalValues } from '../domain/kernel/drawRefusals.ts'

/** 抽签拒绝的中文句子. */
export const drawSentences: { readonly [C in keyof DrawRefusalValues]: (values: DrawRefusalValues[C]) => string } = {}
