import { type FactFault, faultIn, NO_FAULTS } from './factFault.ts'
import { refuse } from './refusal.ts'

/** 次数上限: the most that any count may be; beyond it somebody typed a telephone number. */
const MOST_COUNTED = 1_000_000

/** 次数的错处: whole, not below `least` (0 or 1), not above `most`. */
export function countFaults(
  field: string,
  count: number,
  least: 0 | 1,
  most: number = MOST_COUNTED,
): readonly FactFault[] {
  if (count < 0) return [faultIn(field, refuse('countNegative', { count }))]
  if (!Number.isInteger(count)) return [faultIn(field, refuse('countFractional', { count }))]
  if (count < least) return [faultIn(field, refuse('countNotWhole', { count }))]
  return count > most ? [faultIn(field, refuse('countTooLarge', { count, most }))] : NO_FAULTS
}
