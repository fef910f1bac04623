/** Describes the distance to a day: 今天截止, 还有3天, 已过5天. */
export function whenIs(days: number): string {
  if (days === 0) return '今天截止'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}
