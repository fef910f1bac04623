import type { Refusal } from './refusal.ts'

/** The fault of a fact (事实的错处): why it is refused, and in which field, if known. */
export interface FactFault {
  readonly field?: string
  readonly refusal: Refusal
}

/** The empty list of faults (错处). */
export const NO_FAULTS: readonly FactFault[] = []

/** Creates a fault (错处) in a field. */
export function faultIn(field: string, refusal: Refusal): FactFault {
  return { field, refusal }
}
