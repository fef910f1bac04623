import type { Refusal } from './refusal.ts'

/** 一条事实的错处: why it is refused, and in which field, where that can be said. */
export interface FactFault {
  readonly field?: string
  readonly refusal: Refusal
}

/** 无错处. */
export const NO_FAULTS: readonly FactFault[] = []

/** 错处的构造. */
export function faultIn(field: string, refusal: Refusal): FactFault {
  return { field, refusal }
}
