import { isPoints } from '../../kernel/points.ts'
import type { RulingOn, RulingTopic } from '../ruling.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { isMixedScale } from './checkWeights.ts'

/** Checks the weights of groups or voter classes (权重): none below zero, each in whole thousandths so that shares stay exact; also returns their exact sum. (R7, R8) */
export function checkWeights(
  ruling: RulingOn<RulingTopic>,
  weights: Readonly<Record<string, number>>,
  path: FaultPath,
) {
  const faults: Found[] = []
  for (const [id, weight] of Object.entries(weights)) {
    if (isPoints(weight) && weight >= 0) continue
    faults.push(
      found(
        'weightNotThousandths',
        [...path, id],
        { ruling: ruling.id, id, weight },
        { citation: ruling.citation },
      ),
    )
  }
  const scored = Object.values(weights)
    .map(weight => Math.round(weight * 1000))
    .filter(weight => weight > 0)
  const [least, most] = [Math.min(...scored), Math.max(...scored)]
  if (isMixedScale(least, most)) {
    const values = { ruling: ruling.id, least: least / 1000, most: most / 1000 }
    faults.push(found('weightsMixed', path, values, { citation: ruling.citation }))
  }
  return {
    faults,
    sum: Object.values(weights).reduce((sum, weight) => sum + Math.round(weight * 1000), 0) / 1000,
  }
}
