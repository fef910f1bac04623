import { randomInt } from 'node:crypto'

/** Returns the items in an order of the operating system's dice, which nothing else tells. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
