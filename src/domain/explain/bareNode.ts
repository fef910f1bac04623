import { NO_PARTS, NO_RULINGS } from '../kernel/explanation.ts'
import type { Points } from '../kernel/points.ts'

/** Returns an explanation node without parts or rulings (一个没有下级和口径的说明节点), to be extended by its kind. */
export function bareNode<K extends string>(kind: K, citation: string, points: Points) {
  return { kind, citation, points, parts: NO_PARTS, rulings: NO_RULINGS }
}
