import type { Points } from '../../kernel/points.ts'

/** Results of earlier cycles (历年结果), passed as an argument and never fetched. (五（四）) */
export interface History {
  readonly years: readonly PastYear[]
}

/** Results of one year (某一年的结果). */
export interface PastYear {
  readonly cycle: number
  readonly entries: readonly PastEntry[]
}

/** Result of an appraisee in one year (一个考核对象某年的结果). `fromBottom` 1 is the last place of its ranking; `rowsLost` are ids of rows that lost points. */
export interface PastEntry {
  readonly unit: string
  readonly person: string
  readonly composite: Points
  readonly place: number
  readonly fromBottom: number
  /** Number of appraisees ranked; needed only where bands are a share of them (R11). */
  readonly of?: number
  readonly grade: string
  readonly rowsLost?: readonly string[]
}
