/** 基本知识测试的留痕事件. */
export type KnowledgeEvents = Readonly<Record<never, never>>

/** 基本知识测试事件的句子. */
export const knowledgeEventSentences: { readonly [K in keyof KnowledgeEvents]: (values: KnowledgeEvents[K]) => string } = {}
