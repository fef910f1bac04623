import { toDecimal } from '../../kernel/points.ts'
import type { TiersRule } from '../forms/tiers.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachRule } from './eachRule.ts'
import { intervalOf, isEmpty, overlapOf, remainderOf } from './interval.ts'

/** Checks measures and bands (指标与区间): bounds are in order and each band of a tiers rule can be met. Reports overlaps, since the first band counts. */
export function* checkMeasures(scheme: Scheme): Generator<Found> {
  for (const [at, { id, least, most, citation }] of scheme.measures.entries()) {
    if (least === undefined || most === undefined || least <= most) continue
    const reads = [
      ['measures', at, 'least'],
      ['measures', at, 'most'],
    ]
    yield found(
      'measureReversed',
      ['measures', at, 'least'],
      { measure: id, least: toDecimal(least), most: toDecimal(most) },
      { citation, reads },
    )
  }
  for (const { row, rule, rulePath } of eachRule(scheme)) {
    if (!('bands' in rule)) continue
    for (const fault of checkBands(row.id, rule, [...rulePath, 'bands']))
      yield { ...fault, citation: row.citation } as Found
  }
}

function* checkBands(row: string, rule: Pick<TiersRule, 'id' | 'bands'>, path: FaultPath): Generator<Found> {
  const bands = rule.bands.map(intervalOf)
  for (const [at, band] of bands.entries()) {
    const place = [...path, at]
    const reads = ['from', 'to', 'fromOpen', 'toClosed'].map(field => [...path, '*', field])
    const values = { row, rule: rule.id, band: at + 1 }
    const earlier = bands.slice(0, at)
    if (isEmpty(band)) yield found('bandEmpty', place, values, { reads })
    else if (remainderOf(band, earlier).length === 0) yield found('bandUnreachable', place, values, { reads })
    else {
      const other = earlier.findIndex(one => !isEmpty(overlapOf(one, band)))
      if (other >= 0) yield found('bandsOverlap', place, { ...values, earlier: other + 1 }, { reads })
    }
  }
}
