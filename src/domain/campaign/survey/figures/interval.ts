/** An estimate with its 95 % interval (估计值与误差范围), in the unit of the estimate. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The 0.975 quantile of the normal distribution (置信水平95%的系数). */
export const Z95 = 1.959963984540054

/** Returns the finite-population factor (有限总体校正) 1 − n ÷ N; 1 where the population is unknown, 0 where all were asked. (Cochran 1977, 2.6) */
export function finiteFactor(size: number, population?: number): number {
  if (population === undefined) return 1
  return population <= size ? 0 : 1 - size / population
}

/**
 * Returns the Wilson interval of a share (比例的误差范围). `size` is the number of answers, or the effective number of a
 * weighted sample; the finite population enlarges it by 1 ÷ (1 − n ÷ N). (Wilson 1927; Korn and Graubard 1998)
 */
export function wilsonInterval(value: number, size: number, population?: number): Interval {
  const effective = size / finiteFactor(size, population)
  if (!Number.isFinite(effective)) return { value, low: value, high: value }
  const ratio = (Z95 * Z95) / effective
  const middle = (value + ratio / 2) / (1 + ratio)
  const half = Math.sqrt(ratio * (value * (1 - value) + ratio / 4)) / (1 + ratio)
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Returns the share (比例) of `count` in `size` answers with its Wilson interval; nothing without an answer. */
export function shareInterval(count: number, size: number, population?: number): Interval | undefined {
  return size === 0 ? undefined : wilsonInterval(count / size, size, population)
}
