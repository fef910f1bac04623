import type { z } from 'zod'
import type { rankingSchema } from '../../../contract/results/rankingSchema.ts'
import { add, NO_POINTS, type Points } from '../../../domain/kernel/points.ts'
import { listLostRows } from '../../../domain/score/rectification/listIssues.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'

type LostRows = NonNullable<z.output<typeof rankingSchema>['lost']>

interface Lost {
  readonly row: string
  readonly points: Points
}

const kept = new WeakMap<ScoredYear, readonly (readonly Lost[])[]>()

/** Lists the rows that lost points most often over the units within reach, the most frequent first. (五（二）) */
export function sumLostRows(scored: ScoredYear, reach: Reach): LostRows {
  const { outcome, scheme } = scored
  if (outcome === undefined || scheme === undefined) return []
  const sums = new Map<string, { units: number; points: Points }>()
  lostBy(scored).forEach((rows, at) => {
    if (!reach.has(outcome.components.appraisees[at]!.unit)) return
    for (const { row, points } of rows) {
      const sum = sums.get(row) ?? { units: 0, points: NO_POINTS }
      sums.set(row, { units: sum.units + 1, points: add(sum.points, points) })
    }
  })
  return rowsIn(scheme)
    .flatMap(row => {
      const sum = sums.get(row.row)
      return sum === undefined ? [] : [{ ...row, ...sum }]
    })
    .toSorted((one, other) => other.units - one.units || other.points - one.points)
}

/** Returns the rows in which each appraisee lost points; computed once per outcome. */
function lostBy(scored: ScoredYear): readonly (readonly Lost[])[] {
  const before = kept.get(scored)
  if (before !== undefined) return before
  const { components } = scored.outcome!
  const lost = components.appraisees.map((_, at) =>
    listLostRows(components, at, new Map()).flatMap(({ row, lost: points }) =>
      row === undefined || points === undefined ? [] : [{ row, points }],
    ),
  )
  kept.set(scored, lost)
  return lost
}

/** Returns the rows of every rubric that scores a component, in the order of the scheme. */
function rowsIn({ components, rubrics }: Scheme): readonly Omit<LostRows[number], 'units' | 'points'>[] {
  return components.flatMap(component =>
    [
      ...new Set(component.methods.flatMap(method => (method.kind === 'rubric' ? [method.rubric] : []))),
    ].flatMap(id =>
      (rubrics.find(rubric => rubric.id === id)?.rows ?? []).map(row => ({
        row: row.id,
        title: row.title,
        citation: row.citation,
        component: component.id,
      })),
    ),
  )
}
