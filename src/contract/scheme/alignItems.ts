type Fields = Readonly<Record<string, unknown>>

/** 列表的一项 with its place. */
export interface ListItem {
  readonly value: Fields
  readonly at: number
}

/** 对上的两项: by the key that names them; one side alone was added or removed. */
export interface ItemPair {
  readonly key: string
  readonly before?: ListItem
  readonly after?: ListItem
}

/** 对齐两个列表: items by what names them in their list, by their place where nothing does; `moved` when those of both stand in another order. */
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

/** What names an item, where that is no `id`. */
const KEYS: Readonly<Record<string, string>> = {
  clauses: 'citation',
  annualGradeRules: 'annualGrade',
  requires: 'counter',
}

function isNamedBy(field: string, items: readonly Fields[]): boolean {
  const names = items.map(item => item[field])
  return names.every(name => typeof name === 'string') && new Set(names).size === names.length
}

/** As the later list reads; what was removed where it stood. */
function inReadingOrder(pairs: readonly ItemPair[]): readonly ItemPair[] {
  return pairs.toSorted((one, other) => (one.after ?? one.before!).at - (other.after ?? other.before!).at)
}
