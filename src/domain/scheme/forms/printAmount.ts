import { printPoints, type Points } from '../../kernel/points.ts'

/** 分数的书写: an amount of points without its sign, with its unit: `2.00分`. */
export function printAmount(value: number): string {
  return `${printPoints(Math.abs(value) as Points)}分`
}
