import { canonicalText, compareIds } from './ids.ts'

/** 固定次序: items as `compare` puts them, and by their content where it sees no difference, so that the order of entry never shows in what is told. */
export function inFixedOrder<T>(items: readonly T[], compare: (one: T, other: T) => number): readonly T[] {
  if (items.length < 2) return items
  return items.toSorted(
    (one, other) => compare(one, other) || compareIds(canonicalText(one), canonicalText(other)),
  )
}
