import { type Interval, shareInterval } from './interval.ts'

/** A cross table (交叉表): one row a category, with the share of each answer inside the row. */
export interface CrossTable {
  readonly answers: readonly string[]
  readonly rows: readonly CrossRow[]
}

/** One row of a cross table (交叉表的一行). Rows with too few answers have no cells. */
interface CrossRow {
  readonly category: string
  readonly size: number
  /** One cell an answer, in the order of the table; absent where there are too few answers. */
  readonly cells?: readonly CrossCell[]
}

/** One cell of a cross table (交叉表的一格). */
interface CrossCell {
  readonly count: number
  readonly share: Interval
}

/** Counts a cross table (交叉表) of answers by category. Rows with fewer than `least` answers are withheld. */
export function crossTable(
  given: readonly { readonly category: string; readonly answer: string }[],
  answers: readonly string[],
  least: number,
): CrossTable {
  const counts = new Map<string, Map<string, number>>()
  for (const { category, answer } of given) {
    const row = counts.get(category) ?? new Map<string, number>()
    counts.set(category, row.set(answer, (row.get(answer) ?? 0) + 1))
  }
  const rows = [...counts].map(([category, row]) => {
    const cells = answers.map(answer => row.get(answer) ?? 0)
    const size = cells.reduce((sum, count) => sum + count, 0)
    if (size === 0 || size < least) return { category, size }
    return { category, size, cells: cells.map(count => ({ count, share: shareInterval(count, size)! })) }
  })
  return { answers, rows }
}

/** Item non-response (单题未答): how many of those asked gave no usable answer, with the interval of the share. */
export function itemNonResponse(asked: number, answered: number): Interval | undefined {
  return shareInterval(asked - answered, asked)
}

/** One line of sample against frame (样本与样本框对照). */
export interface FrameShare {
  readonly category: string
  readonly ofFrame: number
  /** The share among the answers; absent without an answer. */
  readonly ofSample?: Interval
  /** Whether the frame's share lies outside the sample's interval. */
  readonly differs: boolean
}

/** Compares a sample with its frame (样本与样本框对照) by category: shares of both, and where they differ by more than chance. */
export function compareWithFrame(
  frame: ReadonlyMap<string, number>,
  sample: ReadonlyMap<string, number>,
): readonly FrameShare[] {
  const total = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, one) => sum + one, 0)
  const [people, answers] = [total(frame), total(sample)]
  return [...frame].map(([category, count]) => {
    const ofFrame = people === 0 ? 0 : count / people
    const ofSample = shareInterval(sample.get(category) ?? 0, answers, people)
    const differs = ofSample !== undefined && (ofFrame < ofSample.low || ofFrame > ofSample.high)
    return { category, ofFrame, ofSample, differs }
  })
}
