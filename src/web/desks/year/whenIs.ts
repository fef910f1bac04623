import type { YearDate } from './year.ts'

/** Describes where a date stands: complete, late with how many units lacking, over, or how long to go. */
export function standingOf({ state, days, counted }: YearDate): string {
  const left = counted === undefined ? 0 : counted.total - counted.done
  if (counted !== undefined && counted.total > 0 && left === 0) return '已完成'
  if (state === 'past' && left > 0) return `逾期${-days}天，缺${left}个`
  return whenIs(days)
}

/** Describes the distance to a day: 今天截止, 还有3天, 逾期5天. */
export function whenIs(days: number): string {
  if (days === 0) return '今天截止'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}
