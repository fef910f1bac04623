/** 基本知识测试的拒绝. */
export type KnowledgeRefusalValues = Readonly<Record<never, never>>
