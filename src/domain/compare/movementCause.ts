import type { Citation } from '../kernel/citation.ts'

/**
 * 变动原因: one place of the explanation where two outcomes differ. `effect` is what it moves the composite by, in thousandths (a fraction of one
 * is possible before rounding); `from` and `to` are the points at that place, absent where one side has no such place.
 */
export interface MovementCause {
  readonly kind: 'weight' | 'row' | 'method' | 'missing' | 'list' | 'other'
  /** tells one place from another in any unit: `row 四.4`, `weight routine`. */
  readonly key: string
  readonly where: string
  readonly citation: Citation
  readonly effect: number
  readonly from?: number
  readonly to?: number
  /** what was changed there, one sentence each; empty when only the facts differ. */
  readonly why: readonly string[]
}

/** 影响大小的先后, the largest first; ties by key, so that the order is always the same. */
export function byEffect(one: { readonly effect: number; readonly key: string }, other: typeof one): number {
  return (
    Math.abs(other.effect) - Math.abs(one.effect) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  )
}
