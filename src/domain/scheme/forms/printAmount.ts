import { printPoints, type Points } from '../../kernel/points.ts'

/** Prints an amount of points (分数) without sign, with its unit: `2.00分`. */
export function printAmount(value: number): string {
  return `${printPoints(Math.abs(value) as Points)}分`
}
