import type { Fraction } from '../../../domain/kernel/fraction.ts'

/** 精确值化为小数: one division of whole numbers, so that every spreadsheet comes to the same double. */
export function decimalOf({ num, den }: Fraction): number {
  return Number(num) / (Number(den) * 1000)
}
