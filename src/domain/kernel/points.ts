declare const thousandths: unique symbol

/** A number of points (得分、分值) in whole thousandths (4.5 points = 4500), so that sums are exact on every machine. May be negative. (附件) */
export type Points = number & { readonly [thousandths]: 'points' }

/** Zero points (零分). */
export const NO_POINTS = 0 as Points

/** Makes points (分值) from a decimal: `points(4.5)` is 4500 thousandths. Throws a RangeError (a bug) if the decimal has more than three places or is out of range. */
export function points(decimal: number): Points {
  const whole = Math.round(decimal * 1000)
  if (!Number.isSafeInteger(whole) || Math.abs(whole / 1000 - decimal) > 1e-9) {
    throw new RangeError(`not a number of whole thousandths: ${decimal}`)
  }
  return (whole === 0 ? 0 : whole) as Points
}

/** Checks whether a decimal is valid as points (分值): at most three places and in range. */
export function isPoints(decimal: number): boolean {
  const whole = Math.round(decimal * 1000)
  return Number.isFinite(decimal) && Number.isSafeInteger(whole) && Math.abs(whole / 1000 - decimal) <= 1e-9
}

/** Converts points (分值) to a decimal: 4500 thousandths is 4.5. */
export function toDecimal(value: Points): number {
  return value / 1000
}

/** Prints points (分值) with two decimals, or three if needed: `4.50`, `0.125`, `-3.00`. */
export function printPoints(value: Points): string {
  const size = Math.abs(value)
  const whole = Math.floor(size / 1000)
  const decimals = String(size % 1000).padStart(3, '0')
  const shown = decimals.endsWith('0') ? decimals.slice(0, 2) : decimals
  return `${value < 0 ? '-' : ''}${whole}.${shown}`
}

/** Adds points (相加). */
export function add(one: Points, other: Points): Points {
  return (one + other) as Points
}

/** Subtracts points (相减): `less(base, deducted)`. */
export function less(from: Points, taken: Points): Points {
  return (from - taken) as Points
}

/** Sums points (求和). */
export function sum(values: readonly Points[]): Points {
  let total = 0
  for (const value of values) total += value
  return total as Points
}
