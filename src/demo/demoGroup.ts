import { quotaCounts } from '../domain/score/routine/quotaCounts.ts'
import type { QuotaGradingMethod } from '../domain/scheme/component.ts'
import { answerFor, type DemoPlan } from './demoPlan.ts'
import { qualityOf } from './demoQuality.ts'

/** Grades one group of units, best first within the quota; returns grade ids by unit index. (三（二）1) */
export function gradeGroup(
  plan: DemoPlan,
  seed: number,
  group: readonly number[],
  method: QuotaGradingMethod,
  component: string,
): ReadonlyMap<number, string> {
  const shares = method.grades.map(grade => grade.share)
  const { counts } = quotaCounts(
    group.length,
    shares,
    answerFor(plan.scheme, 'quotaRounding', component) ?? 'largestRemainder',
  )
  const qualities = new Map(group.map(index => [index, qualityOf(seed, index)]))
  const order = [...group].sort((one, other) => qualities.get(other)! - qualities.get(one)! || one - other)
  const given = counts.flatMap((count, at) => Array<string>(count).fill(method.grades[at]!.id))
  return new Map(order.map((index, at) => [index, given[at]!]))
}
