/** 抽签的拒绝. */
export type DrawRefusalValues = Readonly<Record<never, never>>
