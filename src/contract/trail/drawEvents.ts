/** 抽签的留痕事件. */
export type DrawEvents = Readonly<Record<never, never>>

/** 抽签事件的句子. */
export const drawEventSentences: { readonly [K in keyof DrawEvents]: (values: DrawEvents[K]) => string } = {}
