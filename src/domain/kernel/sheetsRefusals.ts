/** 核查表的拒绝. */
export type SheetsRefusalValues = Readonly<Record<never, never>>
