import type { Fraction } from '../../../domain/kernel/fraction.ts'

/** 精确值化为小数: one division of whole numbers, so that every spreadsheet comes to the same double. */
export function decimalOf({ num, den }: Fraction): number {
  return Number(num) / (Number(den) * 1000)
}

/** 精确值四舍五入到若干位小数, for figures that are only shown. */
export function roundedDecimal({ num, den }: Fraction, decimals: number): number {
  const [top, bottom] = [BigInt(num) * BigInt(10 ** decimals), BigInt(den) * 1000n]
  const size = top < 0n ? -top : top
  const whole = (2n * size + bottom) / (2n * bottom)
  return Number(top < 0n ? -whole : whole) / 10 ** decimals
}
