/** 连通分组: who is linked with whom through the parties they were in; smallest part first. */
export function linkedParts(parties: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const parents = new Map<string, string>()
  const rootOf = (one: string): string => {
    let root = one
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    parents.set(one, root)
    return root
  }
  for (const [first, ...others] of parties) {
    if (first === undefined) continue
    const root = rootOf(first)
    for (const other of others) parents.set(rootOf(other), root)
  }
  const parts = new Map<string, string[]>()
  for (const one of new Set(parties.flat())) parts.set(rootOf(one), [...(parts.get(rootOf(one)) ?? []), one])
  return [...parts.values()].toSorted((one, other) => one.length - other.length)
}
