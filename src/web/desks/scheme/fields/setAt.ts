type Step = string | number

/** Returns a copy with the value at a path set, or the key removed if there is no value. Objects off the path are shared. */
export function setAt<T>(node: T, [step, ...rest]: readonly Step[], value: unknown): T {
  if (step === undefined) return value as T
  if (Array.isArray(node))
    return node.with(Number(step), setAt(node[Number(step)] as unknown, rest, value)) as T
  const fields = (node ?? {}) as Readonly<Record<string, unknown>>
  if (rest.length === 0 && value === undefined) {
    const { [String(step)]: _gone, ...others } = fields
    return others as T
  }
  return { ...fields, [step]: setAt(fields[String(step)], rest, value) } as T
}
