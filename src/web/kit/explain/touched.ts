import type { ExplainedNode } from './ExplainedNode.ts'

/** 是否有扣分或加分的行: a bonus may fill up exactly what was lost, so the figure alone does not tell. */
export function touched({ children, more, points, base, deducted = 0, bonus = 0 }: ExplainedNode): boolean {
  return (
    children.length > 0 ||
    more > 0 ||
    deducted !== 0 ||
    bonus !== 0 ||
    (base !== undefined && points !== base)
  )
}
