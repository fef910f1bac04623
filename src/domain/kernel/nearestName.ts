/** Returns the known name nearest to `text` (最相近的名称) if it differs by at most a third of its length (at least one character), otherwise `undefined`. */
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

/** Returns the edit distance: an insertion, deletion, substitution or transposition of neighbours counts one. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let [before, row]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const turned = isTurned ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, changed, turned)
    }
    ;[before, row] = [row, next]
  }
  return row[other.length]!
}
