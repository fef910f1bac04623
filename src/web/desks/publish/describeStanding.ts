import { daysBetween } from '../../../domain/kernel/calendar.ts'
import { printDay } from '../../kit/printDay.ts'
import { whenIs } from '../../kit/whenIs.ts'
import type { Plan } from './publishTypes.ts'

/** Describes how far a publication is, in one line; one that was taken off the site is withdrawn, not new. */
export function describeStanding(plan: Plan | undefined, today: string): string {
  if (plan === undefined) return '还没有安排'
  const period = `${printDay(plan.from)}至${printDay(plan.to)}`
  switch (plan.standing) {
    case 'planned':
      return plan.withdrawn ? `已撤下，还没有重新发布；公示期${period}` : `已安排，${period}，还没有发布`
    case 'waiting':
      return `已发布，${period}，到期自动开始`
    case 'open':
      return `正在公示，${period}，${whenIs(daysBetween(today, plan.to))}`
    case 'over':
      return `公示期满，${period}`
  }
}
