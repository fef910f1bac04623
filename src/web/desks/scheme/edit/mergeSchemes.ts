import { canonicalText } from '../../../../domain/kernel/ids.ts'
import { alignItems } from '../../../../contract/scheme/alignItems.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Merges two edits: changes made on one side only are kept; where both changed the same place mine wins,
 * to be reviewed before saving. Lists are merged item by item if both keep the base items in order;
 * otherwise mine is taken as a whole.
 */
export function mergeSchemes<T>(base: T, theirs: T, mine: T): T {
  return merge('', base, theirs, mine) as T
}

function merge(list: string, base: unknown, theirs: unknown, mine: unknown): unknown {
  const [was, other, own] = [canonicalText(base), canonicalText(theirs), canonicalText(mine)]
  if (own === was || own === other) return theirs
  if (other === was) return mine
  if (isFields(base) && isFields(theirs) && isFields(mine)) return mergeFields(base, theirs, mine)
  if (isItems(base) && isItems(theirs) && isItems(mine)) return mergeItems(list, base, theirs, mine) ?? mine
  return mine
}

function mergeFields(base: Fields, theirs: Fields, mine: Fields): Fields {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const merged = [...keys].map(key => [key, merge(key, base[key], theirs[key], mine[key])] as const)
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function mergeItems(
  list: string,
  base: readonly Fields[],
  theirs: readonly Fields[],
  mine: readonly Fields[],
): readonly Fields[] | undefined {
  const same = (one: readonly Fields[], other: readonly Fields[]): boolean => {
    const { pairs, moved } = alignItems(list, one, other)
    return !moved && pairs.every(pair => pair.before !== undefined && pair.after !== undefined)
  }
  if (!same(base, theirs) || !same(base, mine)) return undefined
  return base.map((item, at) => merge(list, item, theirs[at], mine[at]) as Fields)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isItems(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields)
}
