import { sized } from '../longRun.ts'

/** How many cases each property is tried on. */
export const RUNS = { numRuns: sized(10_000, 200) }
