/** 核查表的留痕事件. */
export type SheetsEvents = Readonly<Record<never, never>>

/** 核查表事件的句子. */
export const sheetsEventSentences: { readonly [K in keyof SheetsEvents]: (values: SheetsEvents[K]) => string } = {}
