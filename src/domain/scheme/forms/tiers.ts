import { NO_POINTS, printPoints, type Points } from '../../kernel/points.ts'
import { found } from '../schemeFault.ts'
import { printAmount } from './printAmount.ts'
import { amountsIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction by bands (分段扣分): the first band that contains the measure. */
export interface TiersRule extends RuleCore {
  readonly form: 'tiers'
  readonly measure: string
  readonly bands: readonly MeasureBand[]
}

/** A band of a measure (指标区间): values in [from, to) by default; a missing side is unbounded; the first matching band counts. */
export interface MeasureBand {
  readonly from?: Points
  readonly to?: Points
  readonly fromOpen?: boolean
  readonly toClosed?: boolean
  readonly points: Points
}

/** The form by bands (分段扣分): the points of the first band that contains the measure, or none. */
export const tiers: RuleFormOf<TiersRule> = {
  form: 'tiers',
  effect: 'deducts',
  counts: () => 'each',
  measured: (rule, value) => rule.bands.find(band => holds(band, value))?.points ?? NO_POINTS,
  amounts: rule => amountsIn('bands', rule.bands),
  *faults(rule, row, path) {
    if (rule.bands.length === 0) yield found('levelsEmpty', [...path, 'bands'], { row, rule: rule.id })
  },
  mostMeasured: rule => Math.max(0, ...rule.bands.map(band => band.points)),
  said: ({ measured = 0, points }) =>
    `指标为${printPoints(measured as Points)}，按所在区间扣${printAmount(points)}`,
}

/** Checks whether a band contains a value (区间是否包含): closed below and open above by default. */
export function holds(band: MeasureBand, value: number): boolean {
  if (band.from !== undefined && (band.fromOpen ? value <= band.from : value < band.from)) return false
  return band.to === undefined || (band.toClosed ? value <= band.to : value < band.to)
}
