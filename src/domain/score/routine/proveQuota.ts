import type { RulingAnswers } from '../../scheme/ruling.ts'
import { quotaCounts } from './quotaCounts.ts'

/** One grade of a quota (名额推算的一等): its exact share `numerator / denominator`, the whole part, the remainder, and its places. (三（二）1, R4) */
interface QuotaRow {
  readonly share: number
  readonly numerator: number
  readonly whole: number
  readonly remainder: number
  readonly places: number
}

/** Which grade got a remaining place and why (剩余名额归谁及原因): `tieToMiddle` and `tieToBetter` for equal remainders; `rounded`, `raised` and `rest` under other answers of R4. */
export interface QuotaStep {
  readonly grade: number
  /** Grades with the same remainder that got no place. */
  readonly before: readonly number[]
  readonly why: 'largest' | 'tieToMiddle' | 'tieToBetter' | 'rounded' | 'raised' | 'rest'
  readonly places: number
}

/** Proof of the places (名额的证明) for `n` units: shares, whole parts, and which grades got the remaining places. The places add up to `n`. (三（二）1, R4) */
export interface QuotaReasoning {
  readonly n: number
  readonly denominator: number
  readonly rounding: RulingAnswers['quotaRounding']
  readonly rows: readonly QuotaRow[]
  /** Places not given by whole parts. */
  readonly left: number
  readonly steps: readonly QuotaStep[]
}

/** Proves the quota places (证明名额): the same places as `quotaCounts`, with each step that leads to them. Grades come best first. (三（二）1, R4) */
export function proveQuota(
  n: number,
  shares: readonly number[],
  rounding: RulingAnswers['quotaRounding'],
): QuotaReasoning {
  const { denominator, numerators, counts } = quotaCounts(n, shares, rounding)
  const rows = shares.map((share, at): QuotaRow => {
    const numerator = numerators[at]!
    const remainder = numerator % denominator
    return { share, numerator, whole: (numerator - remainder) / denominator, remainder, places: counts[at]! }
  })
  const left = n - rows.reduce((sum, row) => sum + row.whole, 0)
  return { n, denominator, rounding, rows, left, steps: STEPS[rounding](rows, denominator) }
}

const STEPS: {
  readonly [R in RulingAnswers['quotaRounding']]: (
    rows: readonly QuotaRow[],
    denominator: number,
  ) => readonly QuotaStep[]
} = {
  largestRemainder: rows =>
    byRemainder(
      rows,
      rows.map((_, at) => at),
    ),
  atMostTop: (rows, denominator) => roundedUp(rows, denominator, Math.max(1, middleOf(rows)), 1),
  atLeastBottom: rows => {
    const last = rows.length - 1
    const raised = rows[last]!.places > rows[last]!.whole ? [step(last, 'raised', 1)] : []
    return [...raised, ...byRemainder(rows, rows.map((_, at) => at).slice(0, -1))]
  },
  halfUp: (rows, denominator) => roundedUp(rows, denominator, middleOf(rows), 0),
}

/** Lists the places beyond the whole parts, the largest remainder first; of equal ones, the nearest to the middle, then the better grade. */
function byRemainder(rows: readonly QuotaRow[], among: readonly number[]): QuotaStep[] {
  const middle = (rows.length - 1) / 2
  const off = (at: number) => Math.abs(at - middle)
  const waiting = [...among].sort(
    (a, b) => rows[b]!.remainder - rows[a]!.remainder || off(a) - off(b) || a - b,
  )
  return waiting
    .filter(at => rows[at]!.places > rows[at]!.whole)
    .map(at => {
      const before = among.filter(
        other => rows[other]!.remainder === rows[at]!.remainder && rows[other]!.places === rows[other]!.whole,
      )
      const why =
        before.length === 0
          ? 'largest'
          : before.every(other => off(other) > off(at))
            ? 'tieToMiddle'
            : 'tieToBetter'
      return { grade: at, before, why, places: rows[at]!.places - rows[at]!.whole }
    })
}

function roundedUp(rows: readonly QuotaRow[], denominator: number, rest: number, first: number): QuotaStep[] {
  const rounded = rows.flatMap((row, at) =>
    at === rest || at < first || row.places === row.whole || row.remainder * 2 < denominator
      ? []
      : [step(at, 'rounded', 1)],
  )
  return [...rounded, step(rest, 'rest', rows[rest]!.places)]
}

function step(grade: number, why: QuotaStep['why'], places: number): QuotaStep {
  return { grade, before: [], why, places }
}

function middleOf(rows: readonly unknown[]): number {
  return Math.floor((rows.length - 1) / 2)
}
