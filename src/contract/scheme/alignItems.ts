type Fields = Readonly<Record<string, unknown>>

/** An item of a list with its position. */
export interface ListItem {
  readonly value: Fields
  readonly at: number
}

/** Two matched items and the key that names them; with one side only, the item was added or removed. */
interface ItemPair {
  readonly key: string
  readonly before?: ListItem
  readonly after?: ListItem
}

/** Aligns two lists: matches items by their naming key, or by position if there is none; `moved` if the items of both are in a different order. */
export function alignItems(
  list: string,
  was: readonly Fields[],
  is: readonly Fields[],
): { readonly pairs: readonly ItemPair[]; readonly moved: boolean } {
  const field = KEYS[list] ?? 'id'
  const key =
    isNamedBy(field, was) && isNamedBy(field, is) ? (item: Fields) => String(item[field]) : undefined
  const indexed = (items: readonly Fields[]) =>
    new Map(items.map((value, at) => [key?.(value) ?? String(at + 1), { value, at }]))
  const [before, after] = [indexed(was), indexed(is)]
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((name): ItemPair => {
    const [one, other] = [before.get(name), after.get(name)]
    return { key: name, ...(one && { before: one }), ...(other && { after: other }) }
  })
  const inBoth = (mine: ReadonlyMap<string, ListItem>, other: ReadonlyMap<string, ListItem>) =>
    [...mine.keys()].filter(name => other.has(name)).join('\n')
  return { pairs: inReadingOrder(pairs), moved: inBoth(before, after) !== inBoth(after, before) }
}

/** Keys that name an item in lists without `id`. */
const KEYS: Readonly<Record<string, string>> = {
  clauses: 'citation',
  annualGradeRules: 'annualGrade',
  requires: 'counter',
}

function isNamedBy(field: string, items: readonly Fields[]): boolean {
  const names = items.map(item => item[field])
  return names.every(name => typeof name === 'string') && new Set(names).size === names.length
}

/** Orders pairs as in the later list; removed items keep their old position. */
function inReadingOrder(pairs: readonly ItemPair[]): readonly ItemPair[] {
  return pairs.toSorted((one, other) => (one.after ?? one.before!).at - (other.after ?? other.before!).at)
}
