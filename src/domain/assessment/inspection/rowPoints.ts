import type { PreparedRow } from './preparedRubric.ts'

/**
 * 一行得分, in thousandths: base less deductions, held at its floor (R2; 0 when a rule takes the row away), plus bonus as R3 allows,
 * held at the row's own cap where it has one. (附件)
 */
export function rowPoints(
  { row, floor }: PreparedRow,
  deducted: number,
  bonus: number,
  zeroed: boolean,
  bonusCap: 'mayExceedRow' | 'rowCapped' | 'uncapped',
): number {
  const left = row.base - deducted
  const held = left < floor ? floor : left
  const kept = zeroed && held > 0 ? 0 : held
  const raised = kept + bonus
  if (row.cap !== undefined) return raised > row.cap ? row.cap : raised
  return bonusCap === 'rowCapped' && bonus > 0 && raised > row.base ? row.base : raised
}
