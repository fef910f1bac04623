import type { ChartRow } from './chartRows.ts'

/** One bin of a histogram: [from, to) and the number of scores in it, by grade. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly byGrade: ReadonlyMap<string, number>
  readonly count: number
}

const MOST_BINS = 24
const WIDTHS = [1, 2, 5, 10, 20, 50, 100] as const

/** Builds the histogram of the composite (综合得分): bins of whole points, wide enough for at most two dozen. Omits missing scores. */
export function histogram(rows: readonly Pick<ChartRow, 'composite' | 'grade'>[]): readonly Bin[] {
  const scored = rows.flatMap(({ composite, grade }) =>
    composite === undefined ? [] : [{ composite, grade: grade ?? '' }],
  )
  if (scored.length === 0) return []
  const scores = scored.map(one => one.composite)
  const [least, most] = [least0(scores), most0(scores)]
  const width =
    WIDTHS.find(one => Math.floor(most / one) - Math.floor(least / one) < MOST_BINS) ?? WIDTHS.at(-1)!
  const first = Math.floor(least / width)
  const bins = Array.from({ length: Math.floor(most / width) - first + 1 }, () => new Map<string, number>())
  for (const { composite, grade } of scored) {
    const bin = bins[Math.floor(composite / width) - first]!
    bin.set(grade, (bin.get(grade) ?? 0) + 1)
  }
  return bins.map((byGrade, at) => ({
    from: (first + at) * width,
    to: (first + at + 1) * width,
    byGrade,
    count: [...byGrade.values()].reduce((sum, one) => sum + one, 0),
  }))
}

function least0(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value))
}

function most0(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value))
}
