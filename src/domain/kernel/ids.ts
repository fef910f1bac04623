/** Compares two ids (编号先后) by code unit, the same on every machine and in every locale. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Indexes items by id (编号). Throws a RangeError (a bug, or an unchecked scheme) on a duplicate id. */
export function indexById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map(items.map(item => [item.id, item]))
  if (index.size !== items.length) throw new RangeError('an id is used twice')
  return index
}

/** Returns the canonical text of a value (规范文本): JSON with sorted keys and no spaces, without undefined fields. The basis of every content hash. */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([one], [other]) => compareIds(one, other))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(',')}}`
}
