import { isPoints } from '../../kernel/points.ts'
import type { RulingOn, RulingTopic } from '../ruling.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'

/** 人群、票种的权重: none below zero, each of whole thousandths so that shares stay exact; with their exact sum. (R7, R8) */
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
  return {
    faults,
    sum: Object.values(weights).reduce((sum, weight) => sum + Math.round(weight * 1000), 0) / 1000,
  }
}
