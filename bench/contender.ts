import type { BenchUnit } from './benchUnits.ts'
import type { RubricTerms } from './ruleTerms.ts'

/** One way of scoring the annex that is timed: a package used in one manner, or the engine at one speed. */
export interface Contender {
  readonly id: string
  /** the package whose version is told; `hengping` is the engine. */
  readonly from: string
  /** the manner, in a few words for the table. */
  readonly manner: string
  /** translates the rubric, compiles it and takes the units in the form it likes: none of it is timed. */
  open(terms: RubricTerms, units: readonly BenchUnit[]): Promise<Pass> | Pass
}

/** One timed pass over all units: thousandths of a point by unit. */
export type Pass = () => Promise<ArrayLike<number>> | ArrayLike<number>
