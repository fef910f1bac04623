import { type RatioFormula, ratioFormula } from './exactFormula.ts'

/** The mean of one group: a sum over a count, both whole: cells in formulas, and their current size. */
export interface MeanPart {
  readonly sum: string
  readonly count: string
  readonly weight: number
  readonly size: number
  readonly members: number
}

/**
 * Combines group means by weight with one denominator, `Σ weight × sum × the other counts ÷ (all counts ×
 * weights)`, so that nothing is rounded before the end. `sumUnit` is the number of the sums' units in a
 * point.
 */
export function weightedMeans(
  parts: readonly MeanPart[],
  sumUnit: number,
  times: number,
  by: number,
): RatioFormula {
  const weights = wholeWeights(parts.map(part => part.weight))
  const all = weights.reduce((a, b) => a + b, 0)
  const others = (own: MeanPart): readonly MeanPart[] => parts.filter(part => part !== own)
  const terms = parts.map((part, at) => {
    const factors = [
      ...(weights[at] === 1 ? [] : [String(weights[at])]),
      part.sum,
      ...others(part).map(one => one.count),
    ]
    return factors
      .map(factor => (/[+-]/.test(factor) && !factor.startsWith('ROUND(') ? `(${factor})` : factor))
      .join('*')
  })
  const largest = parts.reduce(
    (most, part, at) =>
      most +
      Math.abs(weights[at]! * part.size * others(part).reduce((product, one) => product * one.members, 1)),
    all * parts.reduce((product, part) => product * part.members, 1) * 1000,
  )
  const counts = parts.map(part => part.count).join('*')
  return ratioFormula(terms.join('+'), times, by * sumUnit * all, largest * times * 8, counts)
}

/** Converts weights to the smallest whole numbers. */
function wholeWeights(weights: readonly number[]): readonly number[] {
  const scaled = weights.map(weight => Math.round(weight * 1000))
  const divisor = scaled.reduce((a, b) => greatest(a, b), 0) || 1
  return scaled.map(weight => weight / divisor)
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b)
}
