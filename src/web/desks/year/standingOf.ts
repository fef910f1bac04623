import { whenIs } from '../../kit/whenIs.ts'
import type { YearDate } from './year.ts'

/** Describes where a date stands: complete, late with how many units lacking, over, or how long to go. To somebody who sees the own unit alone what lacks is not counted: what is past has closed. */
export function standingOf({ state, days, counted }: YearDate, isOwn: boolean): string {
  const left = counted === undefined ? 0 : counted.total - counted.done
  if (counted !== undefined && counted.total > 0 && left === 0) return '已完成'
  if (isOwn) return days < 0 ? '已截止' : whenIs(days)
  if (state === 'past' && left > 0) return `逾期${-days}天，缺${left}个`
  return whenIs(days)
}
