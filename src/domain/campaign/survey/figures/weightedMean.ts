import { finiteFactor, type Interval, wilsonInterval } from './interval.ts'

/** One answer with its design weight (一份答卷): the number of people it stands for. */
export interface WeightedAnswer {
  readonly value: number
  readonly weight: number
  readonly stratum?: string
}

/** A weighted mean (加权平均) with its standard error by linearisation; floating point, about twelve digits. */
export interface MeanEstimate {
  readonly mean: number
  readonly standardError: number
  readonly size: number
}

/**
 * Returns the weighted mean (加权平均) of a stratified sample. The standard error linearises the ratio Σwy ÷ Σw:
 * √ Σh (1 − fh) nh ÷ (nh − 1) Σ (ui − ūh)² with u = w (y − mean) ÷ Σw, as `svymean` of R's survey does. `populations`
 * gives the size of each stratum for the finite correction. A stratum with one answer adds no error that can be
 * known. Nothing without an answer. (Särndal, Swensson, Wretman 1992, 5.7)
 */
export function weightedMean(
  answers: readonly WeightedAnswer[],
  populations: ReadonlyMap<string, number> = new Map(),
): MeanEstimate | undefined {
  const whole = answers.reduce((sum, { weight }) => sum + weight, 0)
  if (!(whole > 0)) return undefined
  const mean = answers.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole
  const strata = new Map<string, number[]>()
  for (const { value, weight, stratum = '' } of answers) {
    const part = (weight * (value - mean)) / whole
    const known = strata.get(stratum)
    if (known === undefined) strata.set(stratum, [part])
    else known.push(part)
  }
  let variance = 0
  for (const [stratum, parts] of strata) {
    const size = parts.length
    const centre = parts.reduce((sum, part) => sum + part, 0) / size
    const squares = parts.reduce((sum, part) => sum + (part - centre) ** 2, 0)
    if (size > 1) variance += (finiteFactor(size, populations.get(stratum)) * size * squares) / (size - 1)
  }
  return { mean, standardError: Math.sqrt(variance), size: answers.length }
}

/** Returns the mean of a tally (答案汇总的平均): answers counted by their points, those without points left out. Nothing without a scored answer. */
export function tallyMean(
  tally: readonly { readonly points: number | null; readonly count: number }[],
  population?: number,
): MeanEstimate | undefined {
  const scored = tally.filter(({ points, count }) => points !== null && count > 0)
  const size = scored.reduce((sum, { count }) => sum + count, 0)
  if (size === 0) return undefined
  const mean = scored.reduce((sum, { points, count }) => sum + points! * count, 0) / size
  const squares = scored.reduce((sum, { points, count }) => sum + count * (points! - mean) ** 2, 0)
  const variance = size === 1 ? 0 : (finiteFactor(size, population) * squares) / (size * (size - 1))
  return { mean, standardError: Math.sqrt(variance), size }
}

/** Combines the means of groups (各组合成): Σ weight × mean ÷ Σ weight, the groups independent of each other. Nothing without a weight. (R7) */
export function combineMeans(
  groups: readonly { readonly weight: number; readonly estimate: MeanEstimate }[],
): MeanEstimate | undefined {
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0)
  if (!(whole > 0)) return undefined
  const part = (of: (estimate: MeanEstimate, share: number) => number): number =>
    groups.reduce((sum, { weight, estimate }) => sum + of(estimate, weight / whole), 0)
  return {
    mean: part(({ mean }, share) => mean * share),
    standardError: Math.sqrt(part(({ standardError }, share) => (standardError * share) ** 2)),
    size: part(({ size }) => size),
  }
}

/**
 * Returns the 95 % interval of a mean score (平均得分的误差范围) between the lowest and the highest points an answer can have:
 * Wilson's interval on that scale, with the sample size that a share of this standard error would have. Near the top of
 * the scale, where most units are, mean ± 1.96 errors covers far less than it says. Without any spread the answers count
 * as they are. (Korn and Graubard 1998)
 */
export function meanInterval(
  { mean, standardError, size }: MeanEstimate,
  scale: { readonly lowest: number; readonly highest: number },
  population?: number,
): Interval {
  const range = scale.highest - scale.lowest
  if (range === 0) return { value: mean, low: mean, high: mean }
  const share = Math.min(1, Math.max(0, (mean - scale.lowest) / range))
  const variance = (standardError / range) ** 2
  const { low, high } =
    variance === 0
      ? wilsonInterval(share, size, population)
      : wilsonInterval(share, (share * (1 - share)) / variance)
  return { value: mean, low: scale.lowest + low * range, high: scale.lowest + high * range }
}
