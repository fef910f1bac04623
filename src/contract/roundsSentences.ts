import type { RoundsRefusalValues } from '../domain/kernel/roundsRefusals.ts'

/** 核查轮次拒绝的中文句子. */
export const roundsSentences: { readonly [C in keyof RoundsRefusalValues]: (values: RoundsRefusalValues[C]) => string } = {}
