/** Returns the effective sample size (有效样本量) of weights: (Σw)² ÷ Σw². (Kish 1965, 11.7) */
export function effectiveSize(weights: readonly number[]): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0)
  return squares === 0 ? 0 : weights.reduce((sum, weight) => sum + weight, 0) ** 2 / squares
}

/** One margin of a population (总体的一个边际): what each answer belongs to, and how many people each category has. */
interface Margin {
  readonly categories: readonly string[]
  readonly population: ReadonlyMap<string, number>
}

/** Raked weights (加权结果), and whether all margins are met to one part in 10^10. */
interface Raked {
  readonly weights: readonly number[]
  readonly converged: boolean
  readonly rounds: number
}

/** Raking gives up after this many rounds. */
const MOST_ROUNDS = 200

/** How close a margin has to be. */
const CLOSE = 1e-10

/**
 * Rakes weights to margins (边际加权): each margin in turn multiplies the weights of a category so that they add up to its
 * population, until all margins hold. A category of the population without an answer cannot be met: it is left out, and
 * the result says that it did not converge. (Deming and Stephan 1940)
 */
export function rakeWeights(start: readonly number[], margins: readonly Margin[]): Raked {
  const weights = [...start]
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    for (const margin of margins) {
      const sums = sumByCategory(weights, margin)
      margin.categories.forEach((category, at) => {
        const sum = sums.get(category)!
        if (sum > 0) weights[at]! *= (margin.population.get(category) ?? 0) / sum
      })
    }
    if (margins.every(margin => isMet(weights, margin))) return { weights, converged: true, rounds: round }
  }
  return { weights, converged: false, rounds: MOST_ROUNDS }
}

function isMet(weights: readonly number[], margin: Margin): boolean {
  const sums = sumByCategory(weights, margin)
  return [...margin.population].every(
    ([category, wanted]) => Math.abs((sums.get(category) ?? 0) - wanted) <= CLOSE * Math.max(1, wanted),
  )
}

function sumByCategory(weights: readonly number[], { categories }: Margin): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  categories.forEach((category, at) => sums.set(category, (sums.get(category) ?? 0) + weights[at]!))
  return sums
}
