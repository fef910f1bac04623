/** 台账的拒绝. */
export type LedgerRefusalValues = Readonly<Record<never, never>>
