import { canonicalText, compareIds } from './ids.ts'

/** 固定次序: items in the order of their content, so that the order of entry never shows in what is told. */
export function inFixedOrder<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : items.toSorted((one, other) => compareIds(canonicalText(one), canonicalText(other)))
}
