/** Kind of a trail fault. */
export type TrailFault = 'changed' | 'missing' | 'outOfOrder' | 'cutShort' | 'extra'

const SENTENCES: { readonly [F in TrailFault]: (seq: number) => string } = {
  changed: seq => `第 ${seq} 条与校验值不符：它或它之前的内容被改动过；请与另存的导出逐条比较，并保留现场`,
  missing: seq => `第 ${seq} 条缺失；请与另存的导出比较，并保留现场`,
  outOfOrder: seq => `第 ${seq} 条的位置上是另一条：次序被改动或有重复；请与另存的导出比较，并保留现场`,
  extra: seq => `第 ${seq} 条在末行之后，是多出来的；请与另存的导出比较，并保留现场`,
  cutShort: seq => `第 ${seq} 条起的末尾被截去；请与另存的导出比较，并保留现场`,
}

/** Describes a trail fault: where, what, and what to do. */
export function describeTrailFault(fault: TrailFault, seq: number): string {
  return SENTENCES[fault](seq)
}
