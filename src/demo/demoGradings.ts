import { quotaCounts } from '../domain/assessment/routine/quotaCounts.ts'
import type { QuotaGradingMethod } from '../domain/scheme/component.ts'
import { answerFor, type DemoPlan } from './demoPlan.ts'
import { qualityOf } from './demoQuality.ts'

/** 等次评定 of one unit inside its group of units (by index), best first within the quota. A grade id. (三（二）1) */
export function gradeGroup(
  plan: DemoPlan,
  seed: number,
  group: readonly number[],
  method: QuotaGradingMethod,
  component: string,
  index: number,
): string {
  const shares = method.grades.map(grade => grade.share)
  const { counts } = quotaCounts(group.length, shares, answerFor(plan.scheme, 'quotaRounding', component) ?? 'largestRemainder')
  const own = qualityOf(seed, index)
  let better = 0
  for (const other of group) {
    const theirs = other === index ? own : qualityOf(seed, other)
    if (theirs > own || (theirs === own && other < index)) better++
  }
  let at = 0
  for (let upTo = counts[0] ?? 0; better >= upTo && at < counts.length - 1; upTo += counts[at] ?? 0) at++
  return method.grades[at]!.id
}
