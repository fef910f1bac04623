import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { PastEntry } from '../../../domain/year/history/history.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import { listLostRows } from '../../../domain/score/rectification/listIssues.ts'

/** Placeholder for no person: a unit without an appraisee still has a result. */
const NOBODY = '-'

/** Converts this year's results to history: one entry per ranked unit. (五（四）) */
export function pastOf({ components, composites, ranking, grades }: CycleOutcome): readonly PastEntry[] {
  return components.appraisees.flatMap(({ unit, person }, at): PastEntry[] => {
    const [composite, standing, grade] = [composites.points[at]!, ranking.standings[at], grades.grades[at]]
    if (Number.isNaN(composite) || standing === undefined || grade === undefined) return []
    const rowsLost = listLostRows(components, at, new Map()).flatMap(({ row, lost }) =>
      row === undefined || lost === undefined ? [] : [row],
    )
    const { place, fromBottom, of } = standing
    return [
      {
        unit,
        person: person ?? NOBODY,
        composite: composite as Points,
        place,
        fromBottom,
        of,
        grade: grade.grade,
        rowsLost,
      },
    ]
  })
}
