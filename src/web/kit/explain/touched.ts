import type { ExplainedNode } from './ExplainedNode.ts'

/** Checks whether a row has deductions or bonuses: a bonus may offset a loss exactly, so the figure alone is not enough. */
export function touched({ children, more, points, base, deducted = 0, bonus = 0 }: ExplainedNode): boolean {
  return (
    children.length > 0 ||
    more > 0 ||
    deducted !== 0 ||
    bonus !== 0 ||
    (base !== undefined && points !== base)
  )
}
