import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { RubricExplained } from '../../domain/score/inspection/explainRubric.ts'
import type { InspectionExplained } from '../../domain/score/inspection/scoreInspection.ts'
import { partsOf } from './nodes.ts'

/** One scoring of the inspection score (核查得分): the whole year, or one round each (R1), and the lead unit's own inspections where they count (R22). */
export interface RubricView {
  readonly rubric: RubricExplained
  /** the quarter; absent for the whole year. */
  readonly round?: number
  readonly byLeadUnit: boolean
  /** display name of the round. */
  readonly name: string
}

/** Lists the scorings in the explanation of an inspection score (核查得分); the lead unit's is the last. */
export function rubricViews(node: InspectionExplained): readonly RubricView[] {
  const rubrics = partsOf(node, 'rubric')
  return rubrics.map((rubric, at) => {
    const byLeadUnit = node.leadPercent !== undefined && at === rubrics.length - 1
    const { round } = rubric
    const name = byLeadUnit ? '牵头单位自查' : round === undefined ? '全年' : printQuarter(round)
    return { rubric, byLeadUnit, name, round }
  })
}
