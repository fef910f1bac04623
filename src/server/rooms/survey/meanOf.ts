import type { Interval } from '../../../domain/campaign/survey/figures/interval.ts'
import { meanInterval, tallyMean } from '../../../domain/campaign/survey/figures/weightedMean.ts'

/** The mean of scored answers with its 95 % interval on the scale of all scored answers, by the finite population where it is known; nothing without an answer. */
export function meanOf(
  scores: readonly { readonly worth: number; readonly count: number }[],
  population: number | undefined,
): Interval | undefined {
  const estimate = tallyMean(
    scores.map(({ worth, count }) => ({ points: worth, count })),
    population,
  )
  const worths = scores.map(({ worth }) => worth)
  const scale = { lowest: Math.min(...worths), highest: Math.max(...worths) }
  return estimate && meanInterval(estimate, scale, population)
}
