/** 一组得分的散布: least, quarter, half, three quarters, most; `count` of those that have a score. */
export interface Spread {
  readonly name: string
  readonly count: number
  readonly least: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
  readonly most: number
}

/** 各组得分的散布, the best middle first; a group without any score is left out. */
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

/** 一组得分的散布; the list may not be empty. */
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

/** Between two neighbours in proportion, as spreadsheets do (QUARTILE.INC). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}
