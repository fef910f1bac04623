import { finiteFactor, type Interval, Z95 } from './interval.ts'
import type { MeanEstimate } from './weightedMean.ts'

/** Returns the change of a mean from last year (平均得分较上年的变化) with its 95 % interval; the two samples are independent. */
export function changeOfMean(now: MeanEstimate, before: MeanEstimate): Interval {
  const value = now.mean - before.mean
  const half = Z95 * Math.hypot(now.standardError, before.standardError)
  return { value, low: value - half, high: value + half }
}

/** The bounds of a funnel plot (漏斗图的界限) at one sample size: outside the 95 % or the 99.8 % bounds a unit differs by more than chance. */
interface FunnelBounds {
  readonly warn: { readonly low: number; readonly high: number }
  readonly alarm: { readonly low: number; readonly high: number }
}

/** The 0.999 quantile of the normal distribution. */
const Z998 = 3.090232306167813

/**
 * Returns the bounds (漏斗图的界限) around the mean of all units within which a unit of this sample size falls by chance:
 * target ± z √(variance (1 − n ÷ N) ÷ n), kept between the lowest and the highest score; the variance is that of single
 * answers in all units. (Spiegelhalter 2005)
 */
export function meanFunnelBounds(
  of: {
    readonly target: number
    readonly variance: number
    readonly lowest: number
    readonly highest: number
  },
  size: number,
  population?: number,
): FunnelBounds {
  const error = Math.sqrt((of.variance * finiteFactor(size, population)) / size)
  const around = (z: number) => ({
    low: Math.max(of.lowest, of.target - z * error),
    high: Math.min(of.highest, of.target + z * error),
  })
  return { warn: around(Z95), alarm: around(Z998) }
}
