import { NO_POINTS } from '../../kernel/points.ts'
import type { PreparedRow } from './preparedRubric.ts'

/**
 * Scores a row (一行得分), in thousandths: base less deductions, held at its floor (R2; 0 when a rule
 * forfeits the row), plus bonus as R3 allows, held at the row's own cap if any. Where the bonus comes first
 * (R35), it is added before the floor holds, except in a forfeited row. (附件)
 */
export function rowPoints(
  { row, floor, bonusFirst }: PreparedRow,
  deducted: number,
  bonus: number,
  zeroed: boolean,
  bonusCap: 'mayExceedRow' | 'rowCapped' | 'uncapped',
): number {
  const held = Math.max(floor, row.base - deducted)
  const raised = zeroed
    ? Math.min(NO_POINTS, held) + bonus
    : bonusFirst
      ? Math.max(floor, row.base - deducted + bonus)
      : held + bonus
  if (row.cap !== undefined) return Math.min(row.cap, raised)
  return bonusCap === 'rowCapped' ? Math.min(row.base, raised) : raised
}
