import type { Citation } from './citation.ts'
import type { Fraction } from './fraction.ts'
import type { Points } from './points.ts'

/**
 * The explanation of a score (得分说明): one node of the tree that traces a figure to clause, rule, ruling
 * and evidence. `points` is the node's contribution (negative for a deduction), `parts` its components.
 * Each kind adds its own numbers and has its sentence in its own file.
 */
export interface Explained {
  readonly kind: string
  readonly citation: Citation
  readonly points: Points
  readonly parts: readonly Explained[]
  /** The rulings (口径) applied here. */
  readonly rulings: readonly RulingNote[]
}

/** An explanation with an exact value (精确值): `exact` is in thousandths of points before the single rounding; `points` shows it to the nearest thousandth. (R20) */
export interface ExactExplained extends Explained {
  readonly exact: Fraction
}

/** A note on a ruling (口径提示): its answer in words, and whether it is confirmed. (R1-R23) */
export interface RulingNote {
  readonly id: string
  readonly question: string
  readonly text: string
  readonly citation: Citation
  readonly state: 'stated' | 'settled' | 'assumed' | 'open'
  readonly settledBy?: string
  readonly settledOn?: string
}

/** The empty list of explanations (得分说明). */
export const NO_PARTS: readonly Explained[] = []

/** The empty list of ruling notes (口径). */
export const NO_RULINGS: readonly RulingNote[] = []

/** Walks an explanation top down (自上而下遍历): yields each node with its depth, 0 for the root. */
export function* walkExplanation(
  root: Explained,
  depth = 0,
): Generator<{ readonly node: Explained; readonly depth: number }> {
  yield { node: root, depth }
  for (const part of root.parts) yield* walkExplanation(part, depth + 1)
}
