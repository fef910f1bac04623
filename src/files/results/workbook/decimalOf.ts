import type { Fraction } from '../../../domain/kernel/fraction.ts'

/** Converts an exact value to a decimal with one division of whole numbers, so that every spreadsheet gets the same double. */
export function decimalOf({ num, den }: Fraction): number {
  return Number(num) / (Number(den) * 1000)
}

/** Rounds an exact value half up to a number of decimals, for display only. */
export function roundedDecimal({ num, den }: Fraction, decimals: number): number {
  const [top, bottom] = [BigInt(num) * BigInt(10 ** decimals), BigInt(den) * 1000n]
  const size = top < 0n ? -top : top
  const whole = (2n * size + bottom) / (2n * bottom)
  return Number(top < 0n ? -whole : whole) / 10 ** decimals
}
