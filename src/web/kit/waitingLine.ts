/** 待办的一行: what it is, where it is done, by when. */
export interface WaitingLine {
  readonly key: string
  readonly text: string
  readonly to?: string
  /** instead, a page besides the desks. */
  readonly page?: string
  /** whom or how far it concerns, under it. */
  readonly why?: string
  readonly when?: string
  readonly late: boolean
}
