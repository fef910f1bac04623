/** A range. The lower end is included unless open, the upper end excluded unless closed; an end left out means no limit. */
interface Bounds {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly fromOpen?: boolean | undefined
  readonly toClosed?: boolean | undefined
}

/** Describes a range, e.g. `80以上、不满90`. */
export function describeBounds({ from, to, fromOpen = false, toClosed = false }: Bounds): string {
  const lower = from === undefined ? [] : [fromOpen ? `超过${from}` : `${from}以上`]
  const upper = to === undefined ? [] : [toClosed ? `至多${to}` : `不满${to}`]
  return [...lower, ...upper].join('、') || '任何数值'
}
