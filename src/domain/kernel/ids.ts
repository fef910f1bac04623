/** 编号先后: by code unit, the same on every machine and in any locale, so that the order of entry never matters. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** 按编号索引. Throws a RangeError (a bug, or a scheme that was not checked) when an id is used twice. */
export function indexById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map(items.map(item => [item.id, item]))
  if (index.size !== items.length) throw new RangeError('an id is used twice')
  return index
}

/** 规范文本: JSON with sorted keys and no spaces, one text for one value; the ground of every content hash. Drops undefined fields. */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([one], [other]) => compareIds(one, other))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(',')}}`
}
