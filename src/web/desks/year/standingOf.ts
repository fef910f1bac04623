import { whenIs } from '../../kit/whenIs.ts'
import type { YearDate } from './year.ts'

/** Describes where a date stands: complete, ended by the seal, late with how many units lacking, over, or how long to go. Somebody who sees the own unit alone is told what is late of what the unit itself hands in; scores are not its work. */
export function standingOf({ state, days, left = 0, components }: YearDate, isOwn: boolean): string {
  if (state === 'done') return '已完成'
  if (state === 'over') return '已封存'
  if (state !== 'past') return whenIs(days)
  if (left === 0 || (isOwn && components.length > 0)) return '已截止'
  return isOwn ? `逾期${-days}天` : `逾期${-days}天，缺${left}个`
}
