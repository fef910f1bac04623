import type { Points } from '../../kernel/points.ts'

/** 历年结果: earlier cycles, given as an argument and never fetched. (五（四）) */
export interface History {
  readonly years: readonly PastYear[]
}

/** 某一年的结果. */
export interface PastYear {
  readonly cycle: number
  readonly entries: readonly PastEntry[]
}

/** 一个考核对象某年的结果: `fromBottom` 1 is the last place of its ranking; `rowsLost` are row ids that lost points. */
export interface PastEntry {
  readonly unit: string
  readonly person: string
  readonly composite: Points
  readonly place: number
  readonly fromBottom: number
  /** how many were ranked; needed only where bands are a share of them (R11). */
  readonly of?: number
  readonly grade: string
  readonly rowsLost?: readonly string[]
}
