import { canonicalText, compareIds } from './ids.ts'

/** Sorts items in a fixed order (固定次序): by `compare`, then by content, so that the order of entry does not affect the output. */
export function inFixedOrder<T>(items: readonly T[], compare: (one: T, other: T) => number): readonly T[] {
  if (items.length < 2) return items
  return items.toSorted(
    (one, other) => compare(one, other) || compareIds(canonicalText(one), canonicalText(other)),
  )
}
