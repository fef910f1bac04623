import { type ExactExplained, NO_PARTS, NO_RULINGS } from '../../kernel/explanation.ts'
import { whole } from '../../kernel/fraction.ts'
import { type Points, printPoints } from '../../kernel/points.ts'
import type { MeasureMethod } from '../../scheme/component.ts'
import type { Measure } from '../../scheme/scheme.ts'
import type { Missing } from '../missing.ts'

/** Explanation of a measure score (指标计分的说明). */
interface MeasureExplained extends ExactExplained {
  readonly kind: 'measure'
  readonly name: string
  readonly unit: string
}

/** Scores a measure directly (指标直接计分): its value is the score before conversion. Missing when the measure has no value. */
export function scoreMeasure(
  value: number | undefined,
  method: MeasureMethod,
  measure: Measure | undefined,
): MeasureExplained | Missing {
  if (value === undefined) return { missing: 'noMeasure' }
  const node = {
    kind: 'measure',
    citation: method.citation,
    points: value as Points,
    exact: whole(value),
  } as const
  return {
    ...node,
    parts: NO_PARTS,
    rulings: NO_RULINGS,
    name: measure?.name ?? method.measure,
    unit: measure?.unit ?? '',
  }
}

/** Returns the sentence of a measure score (指标计分的句子). */
export function measureSentence({ name, unit, points }: MeasureExplained): string {
  return `${name}为${printPoints(points)}${unit}`
}
