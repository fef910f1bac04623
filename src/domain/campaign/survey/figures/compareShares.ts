import { finiteFactor, type Interval, shareInterval, Z95 } from './interval.ts'
import type { MeanEstimate } from './weightedMean.ts'

/** A share as counted (一个比例): `count` of `size` answers, drawn from `population` people. */
export interface CountedShare {
  readonly count: number
  readonly size: number
  readonly population?: number
}

/**
 * Returns the change of a share from last year (比例较上年的变化) with its interval, from the Wilson intervals of both years;
 * the two samples are independent. Nothing where a year has no answer. (Newcombe 1998, method 10)
 */
export function changeOfShare(now: CountedShare, before: CountedShare): Interval | undefined {
  const [one, other] = [intervalOf(now), intervalOf(before)]
  if (one === undefined || other === undefined) return undefined
  const value = one.value - other.value
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  }
}

/** Returns the change of a mean from last year (平均得分较上年的变化) with its 95 % interval; the two samples are independent. */
export function changeOfMean(now: MeanEstimate, before: MeanEstimate): Interval {
  const value = now.mean - before.mean
  const half = Z95 * Math.hypot(now.standardError, before.standardError)
  return { value, low: value - half, high: value + half }
}

/** The bounds of a funnel plot (漏斗图的界限) at one sample size: outside the 95 % or the 99.8 % bounds a unit differs by more than chance. */
export interface FunnelBounds {
  readonly warn: { readonly low: number; readonly high: number }
  readonly alarm: { readonly low: number; readonly high: number }
}

/** The 0.999 quantile of the normal distribution. */
const Z998 = 3.090232306167813

/**
 * Returns the bounds (漏斗图的界限) around the share of all units within which a unit of this sample size falls by chance:
 * target ± z √(target (1 − target) (1 − n ÷ N) ÷ n), kept between 0 and 1. (Spiegelhalter 2005)
 */
export function funnelBounds(target: number, size: number, population?: number): FunnelBounds {
  return meanFunnelBounds(
    { target, variance: target * (1 - target), lowest: 0, highest: 1 },
    size,
    population,
  )
}

/** Returns the bounds (漏斗图的界限) for a mean score, by the variance of single answers in all units. */
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

function intervalOf({ count, size, population }: CountedShare): Interval | undefined {
  return shareInterval(count, size, population)
}
