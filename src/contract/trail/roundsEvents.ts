/** 核查轮次的留痕事件. */
export type RoundsEvents = Readonly<Record<never, never>>

/** 核查轮次事件的句子. */
export const roundsEventSentences: { readonly [K in keyof RoundsEvents]: (values: RoundsEvents[K]) => string } = {}
