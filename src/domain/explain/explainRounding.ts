import type { RulingNote } from '../kernel/explanation.ts'
import { NO_RULINGS } from '../kernel/explanation.ts'
import { compareFractions, type Fraction, whole } from '../kernel/fraction.ts'
import type { Points } from '../kernel/points.ts'
import { bareNode } from './bareNode.ts'
import type { RoundingExplained } from './compositeKinds.ts'

/** Explains one rounding (说明一次修约). The ruling is shown only where it changed the figure. (R20) */
export function explainRounding(
  exact: Fraction,
  points: Points,
  rounding: RoundingExplained['rounding'],
  notes: readonly RulingNote[],
): RoundingExplained {
  const rulings = compareFractions(exact, whole(points)) === 0 ? NO_RULINGS : notes
  return { ...bareNode('rounding', notes[0]?.citation ?? '', points), rulings, exact, rounding }
}
