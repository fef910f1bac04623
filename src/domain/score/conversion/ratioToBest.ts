import { by, compareFractions, type Fraction, over, ratio, whole } from '../../kernel/fraction.ts'
import type { Points } from '../../kernel/points.ts'

/** Scores by ratio to the best (与最好成绩之比): own ÷ best × full, exact; `undefined` for all when no value is above zero. */
export function ratioToBest(
  values: readonly Fraction[],
  full: Points,
): readonly ({ readonly best: Fraction; readonly exact: Fraction } | undefined)[] {
  const best = values.reduce((top, value) => (compareFractions(value, top) > 0 ? value : top), whole(0))
  if (compareFractions(best, whole(0)) <= 0) return values.map(() => undefined)
  return values.map(value => ({ best, exact: over(by(value, ratio(full, 1)), best) }))
}
