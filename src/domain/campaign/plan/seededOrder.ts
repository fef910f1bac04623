/** Orders items by a seed (种子排序): the order depends on the seed text alone and is the same on every machine. */
export function seededOrder<T>(items: readonly T[], seed: string): T[] {
  const ordered = [...items]
  let state = hashOf(seed)
  for (let left = ordered.length - 1; left > 0; left--) {
    state = mixed((state + 0x9e3779b9) | 0)
    const at = Math.floor(((state >>> 0) / 4294967296) * (left + 1))
    const held = ordered[left]!
    ordered[left] = ordered[at]!
    ordered[at] = held
  }
  return ordered
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return mixed(hash)
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
