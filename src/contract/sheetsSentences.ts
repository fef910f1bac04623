import type { SheetsRefusalValues } from '../domain/kernel/sheetsRefusals.ts'

/** 核查表拒绝的中文句子. */
export const sheetsSentences: { readonly [C in keyof SheetsRefusalValues]: (values: SheetsRefusalValues[C]) => string } = {}
