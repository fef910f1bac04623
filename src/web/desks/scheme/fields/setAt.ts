type Step = string | number

/** 改动一处: a copy with the value at a path set, or the key taken away where there is none; what is not on the way stays the same object. */
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
