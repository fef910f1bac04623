/** One line of pending work: what it is, where it is done, by when. */
export interface WaitingLine {
  readonly key: string
  readonly text: string
  readonly to?: string
  /** A page outside the desks, instead. */
  readonly page?: string
  /** Whom it concerns or how far, shown below it. */
  readonly why?: string
  readonly when?: string
  readonly late: boolean
}
