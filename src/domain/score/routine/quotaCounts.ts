import type { RulingAnswers } from '../../scheme/ruling.ts'

/** Result of a quota computation (名额的推算): for each grade its exact share as a numerator over one denominator, and the whole number of places. (三（二）1, R4) */
export interface QuotaProof {
  readonly n: number
  readonly denominator: number
  readonly numerators: readonly number[]
  readonly counts: readonly number[]
  readonly rounding: RulingAnswers['quotaRounding']
}

/**
 * Computes the quota places (名额) of each grade for `n` units at whole shares such as 3:5:2, best grade
 * first; they add up to `n`. Under largest remainder, equal remainders favour the grade nearest the
 * middle. (三（二）1, R4)
 */
export function quotaCounts(
  n: number,
  shares: readonly number[],
  rounding: RulingAnswers['quotaRounding'],
): QuotaProof {
  const denominator = shares.reduce((a, b) => a + b, 0)
  const numerators = shares.map(share => n * share)
  const counts = ROUNDINGS[rounding](n, numerators, denominator)
  return { n, denominator, numerators, counts, rounding }
}

type Count = (n: number, numerators: readonly number[], denominator: number) => readonly number[]

const ROUNDINGS: { readonly [R in RulingAnswers['quotaRounding']]: Count } = {
  largestRemainder: (n, numerators, denominator) => {
    const counts = wholeShares(numerators, denominator)
    return shareOut(counts, n, byRemainder(numerators, denominator))
  },
  // The top grade keeps its whole share at most; the others round half up and the middle takes the rest.
  atMostTop: (n, numerators, denominator) => {
    const counts = wholeShares(numerators, denominator)
    return roundUpHalves(counts, n, numerators, denominator, Math.max(1, middleOf(numerators)), 1)
  },
  // The bottom grade has at least its share; the others share what is left by largest remainder.
  atLeastBottom: (n, numerators, denominator) => {
    const last = numerators.length - 1
    const counts = wholeShares(numerators, denominator)
    counts[last] = Math.ceil(numerators[last]! / denominator)
    const above = byRemainder(numerators, denominator).filter(at => at !== last)
    return shareOut(counts, n, above)
  },
  halfUp: (n, numerators, denominator) => {
    const counts = wholeShares(numerators, denominator)
    return roundUpHalves(counts, n, numerators, denominator, middleOf(numerators), 0)
  },
}

function wholeShares(numerators: readonly number[], denominator: number): number[] {
  return numerators.map(numerator => Math.floor(numerator / denominator))
}

function middleOf(grades: readonly unknown[]): number {
  return Math.floor((grades.length - 1) / 2)
}

/** Orders grades by remainder, largest first; ties go to the middle, then to the better grade. */
function byRemainder(numerators: readonly number[], denominator: number): number[] {
  const middle = (numerators.length - 1) / 2
  return numerators
    .map((_, at) => at)
    .sort(
      (a, b) =>
        (numerators[b]! % denominator) - (numerators[a]! % denominator) ||
        Math.abs(a - middle) - Math.abs(b - middle) ||
        a - b,
    )
}

function shareOut(counts: number[], n: number, order: readonly number[]): number[] {
  const left = n - counts.reduce((a, b) => a + b, 0)
  for (let given = 0; given < left; given++) counts[order[given % order.length]!]! += 1
  return counts
}

/** Rounds the grades from `first` on half up, the largest remainders first while places are left; `rest` takes what remains. */
function roundUpHalves(
  counts: number[],
  n: number,
  numerators: readonly number[],
  denominator: number,
  rest: number,
  first: number,
): number[] {
  let left = n - counts.reduce((sum, count, at) => (at === rest ? sum : sum + count), 0)
  for (const at of byRemainder(numerators, denominator)) {
    if (at === rest || at < first || left === 0 || (numerators[at]! % denominator) * 2 < denominator) continue
    counts[at]! += 1
    left -= 1
  }
  counts[rest] = left
  return counts
}
