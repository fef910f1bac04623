import type { LedgerRefusalValues } from '../domain/kernel/ledgerRefusals.ts'

/** 台账拒绝的中文句子. */
export const ledgerSentences: { readonly [C in keyof LedgerRefusalValues]: (values: LedgerRefusalValues[C]) => string } = {}
