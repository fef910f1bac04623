import { explainRows } from '../../domain/score/inspection/explainRubric.ts'
import type { RowExplained } from '../../domain/score/inspection/rowExplained.ts'
import { fillTally, createTally } from '../../domain/score/inspection/tally.ts'
import { factsOf, type ComponentScores } from '../../domain/score/scoreComponents.ts'
import { LIST_VIEW } from '../../domain/score/composite/composeScores.ts'

/** Explains the rows of the lists that add to or deduct from the composite (综合得分), for one appraisee; only rows with a finding. */
export function explainListRows(
  { prepared, appraisees, facts }: ComponentScores,
  at: number,
): readonly RowExplained[] {
  const { lists } = prepared
  if (lists.rows.length === 0) return []
  const ofUnit = factsOf(facts, appraisees[at]!.unit)
  const tally = createTally(lists)
  fillTally(tally, lists, ofUnit, LIST_VIEW, 'keep')
  return explainRows(lists, tally, ofUnit, LIST_VIEW).filter(row => row.parts.length > 0)
}
