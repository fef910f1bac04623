/** 最相近的名称: the known name that differs least from `text`, when it differs by at most a third of its length (at least one sign); `undefined` when none is near. */
export function nearestName(text: string, known: Iterable<string>): string | undefined {
  const signs = [...text].slice(0, LONGEST)
  const limit = Math.max(1, Math.floor(signs.length / 3))
  let [best, distance]: [string | undefined, number] = [undefined, limit + 1]
  for (const name of known) {
    const other = [...name].slice(0, LONGEST)
    if (Math.abs(other.length - signs.length) >= distance) continue
    const away = editDistance(signs, other)
    if (away < distance && away < Math.max(signs.length, other.length)) [best, distance] = [name, away]
  }
  return best
}

// Long texts are no names; comparing their beginnings keeps a hostile file from costing time.
const LONGEST = 60

function editDistance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const swap = one[i - 1] === other[j - 1] ? 0 : 1
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + swap)
    }
    row = next
  }
  return row[other.length]!
}
