import type { Citation } from '../kernel/citation.ts'

/**
 * Cause of a movement (变动原因): one place of the explanation where two outcomes differ. `effect` is the
 * change of the composite in thousandths (possibly fractional before rounding); `from` and `to` are the
 * points at that place, absent on a side without it.
 */
export interface MovementCause {
  readonly kind: 'weight' | 'row' | 'method' | 'missing' | 'list' | 'other'
  /** Identifies the place in any unit: `row 四.4`, `weight routine`. */
  readonly key: string
  readonly where: string
  readonly citation: Citation
  readonly effect: number
  readonly from?: number
  readonly to?: number
  /** What was changed there, one sentence each; empty when only the facts differ. */
  readonly why: readonly string[]
}

/** Compares causes by size of effect (影响大小的先后), the largest first. Ties go by key, so that the order is stable. */
export function byEffect(one: { readonly effect: number; readonly key: string }, other: typeof one): number {
  return (
    Math.abs(other.effect) - Math.abs(one.effect) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  )
}
