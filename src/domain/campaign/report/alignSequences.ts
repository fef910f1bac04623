/** A step from one sequence to another (增删): what stays, goes or comes. */
interface AlignedStep {
  readonly kind: 'same' | 'added' | 'removed'
  /** Positions in the first and in the second sequence; only one of them for what goes or comes. */
  readonly was?: number
  readonly is?: number
}

/** Differences that are searched at most; beyond, the middle counts as replaced. */
const MOST = 2_000

/** Aligns two sequences by their longest common subsequence (逐项对齐), after Myers; removals come before additions. */
export function alignSequences<T>(was: readonly T[], is: readonly T[]): readonly AlignedStep[] {
  let from = 0
  while (from < was.length && from < is.length && was[from] === is[from]) from++
  let end = 0
  while (
    end < was.length - from &&
    end < is.length - from &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  )
    end++
  const middle = alignMiddle(was.slice(from, was.length - end), is.slice(from, is.length - end))
  return [
    ...Array.from({ length: from }, (_, at): AlignedStep => ({ kind: 'same', was: at, is: at })),
    ...middle.map(({ kind, was: one, is: other }): AlignedStep => ({
      kind,
      was: one === undefined ? undefined : one + from,
      is: other === undefined ? undefined : other + from,
    })),
    ...Array.from({ length: end }, (_, at): AlignedStep => ({
      kind: 'same',
      was: was.length - end + at,
      is: is.length - end + at,
    })),
  ]
}

function alignMiddle<T>(was: readonly T[], is: readonly T[]): readonly AlignedStep[] {
  const [n, m] = [was.length, is.length]
  const most = Math.min(n + m, MOST)
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice())
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + most + 1
      const isDown = diagonal === -edits || (diagonal !== edits && furthest[at - 1]! < furthest[at + 1]!)
      let x = isDown ? furthest[at + 1]! : furthest[at - 1]! + 1
      let y = x - diagonal
      while (x < n && y < m && was[x] === is[y]) {
        x++
        y++
      }
      furthest[at] = x
      if (x >= n && y >= m) return walkBack(trace, edits, most, n, m)
    }
  }
  return [
    ...was.map((_, at): AlignedStep => ({ kind: 'removed', was: at })),
    ...is.map((_, at): AlignedStep => ({ kind: 'added', is: at })),
  ]
}

function walkBack(
  trace: readonly Int32Array[],
  edits: number,
  most: number,
  n: number,
  m: number,
): readonly AlignedStep[] {
  const steps: AlignedStep[] = []
  let [x, y] = [n, m]
  for (let left = edits; left > 0; left--) {
    const before = trace[left]!
    const diagonal = x - y
    const at = diagonal + most + 1
    const isDown = diagonal === -left || (diagonal !== left && before[at - 1]! < before[at + 1]!)
    const startX = isDown ? before[at + 1]! : before[at - 1]!
    const startY = startX - (isDown ? diagonal + 1 : diagonal - 1)
    while (x > startX && y > startY) steps.push({ kind: 'same', was: --x, is: --y })
    if (isDown) steps.push({ kind: 'added', is: --y })
    else steps.push({ kind: 'removed', was: --x })
  }
  while (x > 0) steps.push({ kind: 'same', was: --x, is: --y })
  return steps.toReversed()
}
