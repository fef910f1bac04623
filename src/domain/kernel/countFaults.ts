import { type FactFault, faultIn, NO_FAULTS } from './factFault.ts'
import { refuse } from './refusal.ts'

/** The largest allowed count; a larger number is probably a mistyped telephone number. */
const MOST_COUNTED = 1_000_000

/** Returns the faults of a count (次数): not whole, below `least` (0 or 1), or above `most`. */
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
