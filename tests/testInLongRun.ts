import { describe, test } from 'vitest'
import { LONG } from './longRun.ts'

/** Defines a test that the long run alone makes: its rule is held in every run by a cheaper one. */
export const testInLongRun: typeof test = LONG ? test : ((() => {}) as never)

/** Describes rules whose tests the long run alone makes. */
export const describeInLongRun: typeof describe = LONG ? describe : ((() => {}) as never)
