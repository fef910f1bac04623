/** A change to the contents of a scheme file, as stated by cases: paths joined by dots. */
export interface Patch {
  readonly set?: Readonly<Record<string, unknown>>
  readonly add?: Readonly<Record<string, unknown>>
  readonly remove?: readonly string[]
}

/** Returns the changed contents: sets first, then adds to lists, then removes; the original is unchanged. For tests. */
export function patched(raw: unknown, { set = {}, add = {}, remove = [] }: Patch): unknown {
  const copy = structuredClone(raw)
  for (const [path, value] of Object.entries(set)) {
    const [holder, key] = holderOf(copy, path)
    holder[key] = value
  }
  for (const [path, value] of Object.entries(add)) {
    const [holder, key] = holderOf(copy, path)
    ;(holder[key] as unknown[]).push(value)
  }
  for (const path of remove) {
    const [holder, key] = holderOf(copy, path)
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  }
  return copy
}

function holderOf(raw: unknown, path: string): [Record<string, unknown>, string] {
  const steps = path.split('.')
  let holder = raw
  for (const step of steps.slice(0, -1)) holder = (holder as Record<string, unknown>)[step]
  return [holder as Record<string, unknown>, steps.at(-1)!]
}
