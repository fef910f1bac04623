/** An interval (区间), each end closed or open; an infinite end is open. */
export interface Interval {
  readonly from: number
  readonly fromOpen: boolean
  readonly to: number
  readonly toOpen: boolean
}

/** Makes an interval (区间) from a band: closed below and open above by default; a missing side is unbounded. */
export function intervalOf(band: {
  readonly from?: number
  readonly to?: number
  readonly fromOpen?: boolean
  readonly toClosed?: boolean
}): Interval {
  return {
    from: band.from ?? Number.NEGATIVE_INFINITY,
    fromOpen: band.from === undefined || band.fromOpen === true,
    to: band.to ?? Number.POSITIVE_INFINITY,
    toOpen: band.to === undefined || band.toClosed !== true,
  }
}

/** Checks whether an interval is empty (空区间). */
export function isEmpty({ from, to, fromOpen, toOpen }: Interval): boolean {
  return from > to || (from === to && (fromOpen || toOpen))
}

/** Returns the intersection of two intervals (交集), which may be empty. */
export function overlapOf(one: Interval, other: Interval): Interval {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  const fromOpen = (one.from === from && one.fromOpen) || (other.from === from && other.fromOpen)
  const toOpen = (one.to === to && one.toOpen) || (other.to === to && other.toOpen)
  return { from, to, fromOpen, toOpen }
}

/** Returns the parts of `whole` not covered by `taken` (减去若干区间后剩下的部分). */
export function remainderOf(whole: Interval, taken: readonly Interval[]): readonly Interval[] {
  let left: readonly Interval[] = isEmpty(whole) ? [] : [whole]
  for (const one of taken) {
    left = left.flatMap(piece => {
      const common = overlapOf(piece, one)
      if (isEmpty(common)) return [piece]
      const below = { from: piece.from, fromOpen: piece.fromOpen, to: common.from, toOpen: !common.fromOpen }
      const above = { from: common.to, fromOpen: !common.toOpen, to: piece.to, toOpen: piece.toOpen }
      return [below, above].filter(rest => !isEmpty(rest))
    })
  }
  return left
}
