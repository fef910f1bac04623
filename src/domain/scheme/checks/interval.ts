/** 区间: from below to above, each end closed or open; an infinite end is open. */
export interface Interval {
  readonly from: number
  readonly fromOpen: boolean
  readonly to: number
  readonly toOpen: boolean
}

/** 区间, from the way bands are written: closed below and open above unless it says otherwise; a side left out is unbounded. */
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

/** 是否空区间: holds no value at all. */
export function isEmpty({ from, to, fromOpen, toOpen }: Interval): boolean {
  return from > to || (from === to && (fromOpen || toOpen))
}

/** 两区间的交集; it may be empty. */
export function overlapOf(one: Interval, other: Interval): Interval {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  const fromOpen = (one.from === from && one.fromOpen) || (other.from === from && other.fromOpen)
  const toOpen = (one.to === to && one.toOpen) || (other.to === to && other.toOpen)
  return { from, to, fromOpen, toOpen }
}

/** 减去若干区间后剩下的部分: the pieces of `whole` that none of `taken` holds. */
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
