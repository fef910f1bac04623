/** The mean of scored answers with its 95 % interval: the sample variance, with finite-population correction where the population is known. */
export function meanOf(
  scores: readonly { readonly worth: number; readonly count: number }[],
  population: number | undefined,
): { readonly value: number; readonly low: number; readonly high: number } {
  const n = scores.reduce((sum, { count }) => sum + count, 0)
  const value = scores.reduce((sum, { worth, count }) => sum + worth * count, 0) / n
  const squares = scores.reduce((sum, { worth, count }) => sum + count * (worth - value) ** 2, 0)
  const finite =
    population === undefined || population <= n ? (population === undefined ? 1 : 0) : 1 - n / population
  const half = n < 2 ? 0 : 1.959964 * Math.sqrt((finite * squares) / (n - 1) / n)
  return { value, low: value - half, high: value + half }
}
