/** 核查轮次的拒绝. */
export type RoundsRefusalValues = Readonly<Record<never, never>>
