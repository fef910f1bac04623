import type { KnowledgeRefusalValues } from '../domain/kernel/knowledgeRefusals.ts'

/** 基本知识测试拒绝的中文句子. */
export const knowledgeSentences: { readonly [C in keyof KnowledgeRefusalValues]: (values: KnowledgeRefusalValues[C]) => string } = {}
