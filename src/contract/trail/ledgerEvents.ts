/** 台账的留痕事件. */
export type LedgerEvents = Readonly<Record<never, never>>

/** 台账事件的句子. */
export const ledgerEventSentences: { readonly [K in keyof LedgerEvents]: (values: LedgerEvents[K]) => string } = {}
