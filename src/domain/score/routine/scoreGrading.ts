import type { Grading } from '../../year/facts/facts.ts'
import { type ExactExplained, NO_PARTS, type RulingNote } from '../../kernel/explanation.ts'
import { whole } from '../../kernel/fraction.ts'
import { type Points, printPoints } from '../../kernel/points.ts'
import type { QuotaGradingMethod } from '../../scheme/component.ts'
import type { Missing } from '../missing.ts'

/** Explanation of a score by grade (等次计分的说明). (三（二）1, R5) */
interface GradingExplained extends ExactExplained {
  readonly kind: 'quotaGrading'
  readonly grading: Grading
  readonly gradeName: string
}

/** Scores by grade (按等次计分): the points of the grade given (R5). Missing when none was given. (三（二）1) */
export function scoreGrading(
  grading: Grading | undefined,
  method: QuotaGradingMethod,
  points: Readonly<Record<string, Points>>,
  notes: readonly RulingNote[],
): GradingExplained | Missing {
  const worth = grading === undefined ? undefined : points[grading.grade]
  if (grading === undefined || worth === undefined) return { missing: 'notGraded' }
  const gradeName = method.grades.find(grade => grade.id === grading.grade)?.name ?? grading.grade
  const node = {
    kind: 'quotaGrading',
    citation: method.citation,
    points: worth,
    exact: whole(worth),
  } as const
  return { ...node, parts: NO_PARTS, rulings: notes, grading, gradeName }
}

/** Returns the sentence of a score by grade (等次计分的句子). */
export function gradingSentence({ gradeName, points, grading }: GradingExplained): string {
  const reason = grading.reason === undefined ? '' : `（理由：${grading.reason}）`
  return `日常等次评为“${gradeName}”，计${printPoints(points)}分${reason}`
}
