/** The spread of a group of scores: minimum, quartile, median, third quartile, maximum; `count` is the number of units with a score. */
export interface Spread {
  readonly name: string
  readonly count: number
  readonly least: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
  readonly most: number
}

/** Computes the spread of each group, best median first; omits groups without a score. */
export function spreadByGroup(
  scores: readonly { readonly group: string; readonly points: number }[],
): readonly Spread[] {
  const groups = new Map<string, number[]>()
  for (const { group, points } of scores) {
    const known = groups.get(group)
    if (known === undefined) groups.set(group, [points])
    else known.push(points)
  }
  return [...groups]
    .map(([name, points]) => spreadOf(name, points))
    .toSorted((one, other) => other.middle - one.middle || one.name.localeCompare(other.name, 'zh'))
}

/** Computes the spread of a group of scores; the list must not be empty. */
export function spreadOf(name: string, points: readonly number[]): Spread {
  const sorted = points.toSorted((one, other) => one - other)
  return {
    name,
    count: sorted.length,
    least: sorted[0]!,
    lower: quantile(sorted, 0.25),
    middle: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    most: sorted.at(-1)!,
  }
}

/** Interpolates linearly between neighbours, as spreadsheets do (QUARTILE.INC). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}
