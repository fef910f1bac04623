import type { Citation } from './citation.ts'
import type { Fraction } from './fraction.ts'
import type { Points } from './points.ts'

/**
 * 得分说明: one node of the tree that leads a figure back to clause, rule, ruling and evidence. `points` is what the node contributes
 * (negative for a deduction), `parts` are what it is made of. Each kind adds its own numbers; its sentence is in the kind's own file.
 */
export interface Explained {
  readonly kind: string
  readonly citation: Citation
  readonly points: Points
  readonly parts: readonly Explained[]
  /** 口径 that acted here. */
  readonly rulings: readonly RulingNote[]
}

/** 带精确值的说明: `exact` in thousandths of points, before the one rounding; `points` shows it to the nearest thousandth. (R20) */
export interface ExactExplained extends Explained {
  readonly exact: Fraction
}

/** 口径提示: what a ruling answers, in words, and whether somebody has confirmed it. (R1-R23) */
export interface RulingNote {
  readonly id: string
  readonly question: string
  readonly text: string
  readonly citation: Citation
  readonly state: 'stated' | 'settled' | 'assumed' | 'open'
  readonly settledBy?: string
  readonly settledOn?: string
}

/** 无下级说明. */
export const NO_PARTS: readonly Explained[] = []

/** 无口径. */
export const NO_RULINGS: readonly RulingNote[] = []

/** 自上而下遍历: each node with its depth, the root at 0. */
export function* walkExplanation(
  root: Explained,
  depth = 0,
): Generator<{ readonly node: Explained; readonly depth: number }> {
  yield { node: root, depth }
  for (const part of root.parts) yield* walkExplanation(part, depth + 1)
}
