import type { Fraction } from './fraction.ts'
import type { Points } from './points.ts'

/** The decimals kept (0 to 3) and the rule for halves (小数位与修约规则). (R20) */
export interface Rounding {
  readonly decimals: 0 | 1 | 2 | 3
  readonly half: 'up' | 'even'
}

/** One unit of the last decimal kept, in thousandths. */
const UNITS = { 0: 1000, 1: 100, 2: 10, 3: 1 } as const

/**
 * Rounds exact thousandths to points (修约) with `decimals` decimals; the only place where scores are
 * rounded. A half goes away from zero (`up`, 四舍五入) or to the even neighbour (`even`, 四舍六入五成双). (R20)
 */
export function roundPoints(value: Fraction, rounding: Rounding): Points {
  if (typeof value.num === 'number' && typeof value.den === 'number')
    return roundRatio(value.num, value.den, rounding)
  return roundLarge(BigInt(value.num), BigInt(value.den), rounding)
}

/** Rounds the ratio of two safe whole numbers (整数之比的修约), as `roundPoints` does. The denominator is positive. (R20) */
export function roundRatio(num: number, den: number, rounding: Rounding): Points {
  const unit = UNITS[rounding.decimals]
  return Number.isSafeInteger(den * unit)
    ? ((roundSafely(num, den * unit, rounding.half) * unit) as Points)
    : roundLarge(BigInt(num), BigInt(den), rounding)
}

function roundLarge(num: bigint, den: bigint, { decimals, half }: Rounding): Points {
  const unit = UNITS[decimals]
  return (Number(roundBig(num, den * BigInt(unit), half)) * unit) as Points
}

function roundSafely(num: number, den: number, half: Rounding['half']): number {
  const size = Math.abs(num)
  const rest = size % den
  const kept = (size - rest) / den
  const raised = goesUp(rest * 2, den, kept % 2 === 1, half) ? kept + 1 : kept
  return num < 0 && raised !== 0 ? -raised : raised
}

function roundBig(num: bigint, den: bigint, half: Rounding['half']): bigint {
  const size = num < 0n ? -num : num
  const rest = size % den
  const kept = size / den
  const raised = goesUp(rest * 2n, den, kept % 2n === 1n, half) ? kept + 1n : kept
  return num < 0n ? -raised : raised
}

function goesUp<T extends number | bigint>(
  twiceRest: T,
  den: T,
  keptIsOdd: boolean,
  half: Rounding['half'],
): boolean {
  if (twiceRest !== den) return twiceRest > den
  return half === 'up' || keptIsOdd
}

/** Rounds an exact value to the nearest thousandth for display (显示用的近似) in an explanation; never used for scores. */
export function nearestThousandth(value: Fraction): Points {
  return roundPoints(value, { decimals: 3, half: 'up' })
}
