import { NO_POINTS, printPoints, type Points } from '../../../kernel/points.ts'
import type { MeasureBand, TiersRule } from '../../../scheme/rubric.ts'
import { printAmount } from './printAmount.ts'
import type { RuleFormOf } from './ruleForm.ts'

/** 分段扣分: the points of the first band that holds the measure; none when no band does. */
export const tiers: RuleFormOf<TiersRule> = {
  form: 'tiers',
  combine: 'sum',
  measured: (rule, value) => rule.bands.find(band => holds(band, value))?.points ?? NO_POINTS,
  sentence: ({ rule, measured = 0, points }) =>
    `${rule.text}，指标为${printPoints(measured as Points)}，按所在区间扣${printAmount(points)}`,
}

/** 区间是否包含: closed below and open above unless the band says otherwise. */
export function holds(band: MeasureBand, value: number): boolean {
  if (band.from !== undefined && (band.fromOpen ? value <= band.from : value < band.from)) return false
  return band.to === undefined || (band.toClosed ? value <= band.to : value < band.to)
}
