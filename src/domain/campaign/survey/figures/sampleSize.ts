import { Z95 } from './interval.ts'

/**
 * Returns the sample size (样本量) that keeps the half-width of the 95 % interval of a share: n0 = z² p (1 − p) ÷ d²,
 * then n = n0 ÷ (1 + (n0 − 1) ÷ N), rounded up. `halfWidth` and `share` are between 0 and 1; a share of one half asks
 * for the most. (Cochran 1977, 4.4)
 */
export function sampleSize(population: number, halfWidth: number, share = 0.5): number {
  if (population === 0) return 0
  // A size that is whole but for the last binary digit is not rounded up.
  return Math.min(population, Math.ceil(exactSampleSize(population, halfWidth, share) - 1e-9))
}

/** Returns the sample size before rounding (未取整的样本量). */
export function exactSampleSize(population: number, halfWidth: number, share = 0.5): number {
  const unlimited = (Z95 * Z95 * share * (1 - share)) / (halfWidth * halfWidth)
  return unlimited / (1 + (unlimited - 1) / population)
}

/** Returns the sample size in a group of so many (有限总体修正后的样本量), from the size for a group without end: not below `least`, as long as there are so many. */
export function sizeWithin(unlimited: number, population: number, least: number): number {
  if (population === 0) return 0
  const corrected = Math.ceil(unlimited / (1 + (unlimited - 1) / population) - 1e-9)
  return Math.min(population, Math.max(least, corrected))
}
