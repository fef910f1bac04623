import type { CycleOutcome } from './appraiseCycle.ts'
import { missingSentences } from './missing.ts'
import type { ComponentResult, Issue, UnitResult } from './outcome.ts'
import type { Points } from '../kernel/points.ts'
import { listLostRows, type LostLastYear, rowsLostLastYear } from './rectification/listIssues.ts'

/** Lists the results by unit (按单位列出结果), ordered by unit id. Absent figures are left out, never zero. */
export function listResults(outcome: CycleOutcome): readonly UnitResult[] {
  const byUnit = new Map<string, Issue[]>()
  for (const issue of outcome.issues) {
    if (issue.unit !== undefined) byUnit.set(issue.unit, [...(byUnit.get(issue.unit) ?? []), issue])
  }
  const lostLastYear = rowsLostLastYear(outcome.components, outcome.history)
  return outcome.components.appraisees.map(({ unit }, at) =>
    resultAt(outcome, at, byUnit.get(unit) ?? [], lostLastYear),
  )
}

/** Finds the result of a unit (一个单位的结果); `undefined` when it is not appraised. */
export function findResult(outcome: CycleOutcome, unit: string): UnitResult | undefined {
  const at = outcome.components.appraisees.findIndex(appraisee => appraisee.unit === unit)
  return at === -1
    ? undefined
    : resultAt(
        outcome,
        at,
        outcome.issues.filter(issue => issue.unit === unit),
        rowsLostLastYear(outcome.components, outcome.history),
      )
}

function resultAt(
  { components, composites, grades, ranking, consequences }: CycleOutcome,
  at: number,
  issues: readonly Issue[],
  lostLastYear: LostLastYear,
): UnitResult {
  const appraisee = components.appraisees[at]!
  const composite = composites.points[at]!
  const [grade, standing, annualGrade] = [
    grades.grades[at],
    ranking.standings[at],
    consequences.annualGrades[at],
  ]
  return {
    appraisee,
    components: components.columns.map(({ component, points, missing }): ComponentResult => {
      const reason = missing[at]
      const id = component.component.id
      return reason === undefined
        ? { component: id, points: points[at] as Points }
        : { component: id, missing: missingSentences[reason] }
    }),
    ...(Number.isNaN(composite) ? {} : { composite: composite as Points }),
    grade,
    standing,
    consequences: consequences.consequences[at]!,
    conversions: consequences.conversions[at]!,
    annualGrade,
    issues: [...issues, ...listLostRows(components, at, lostLastYear)],
  }
}
