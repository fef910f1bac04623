import type { z } from 'zod'
import type { rankingRow } from '../../../contract/results/rankingSchema.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { missingSentences } from '../../../domain/score/missing.ts'
import type { Consequence } from '../../../domain/score/outcome.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import { bandEdges, bandInRanking, type RankingGroup } from '../../../domain/score/ranking/rankAppraisees.ts'
import { gradeName } from '../../../domain/scheme/gradeName.ts'

/** One row of the ranking. */
export type RankingRow = z.output<typeof rankingRow>

/** Finds the edges of the bands in each ranking: the places (counted from 1 at the top) after which one lies. (五（三）, R11) */
export function edgesOf(
  { components, scheme }: CycleOutcome,
  { order, bandsApply }: RankingGroup,
): ReadonlySet<number> {
  if (bandsApply === 'no') return new Set()
  const of = order.length
  const smallCohort = components.prepared.rulings.answer('smallCohort')
  const scaled = (from: 'fromBottom' | 'fromTop') =>
    bandEdges(scheme.consequences, from).map(edge => bandInRanking(1, edge, of, smallCohort).to)
  const behind = [...scaled('fromBottom').map(edge => of - edge), ...scaled('fromTop')]
  return new Set(behind.filter(place => place > 0 && place < of))
}

/** Presents an appraisee as a row of the ranking; `position` counts from 1 in the order of its ranking. */
export function presentRow(
  outcome: CycleOutcome,
  at: number,
  issues: number,
  edges: ReadonlySet<number>,
  position: number,
): RankingRow {
  const { components, composites, grades, ranking, consequences, scheme } = outcome
  const composite = composites.points[at]!
  const [grade, standing] = [grades.grades[at], ranking.standings[at]]
  return {
    ...components.appraisees[at]!,
    components: components.columns.map(({ component, points, missing }) => {
      const reason = missing[at]
      const id = component.component.id
      return reason === undefined
        ? { component: id, points: points[at] as Points }
        : { component: id, missing: missingSentences[reason] }
    }),
    ...(Number.isNaN(composite) ? {} : { composite: composite as Points }),
    grade: grade === undefined ? undefined : { ...grade, bandName: gradeName(scheme, grade.band) },
    ...(standing === undefined
      ? {}
      : { standing: { ...standing, tiedWith: [...standing.tiedWith], edgeBelow: edges.has(position) } }),
    consequences: consequences.consequences[at]!.map(presentConsequence),
    issues,
  }
}

/** Presents a consequence as the contract defines it. */
export function presentConsequence({ years, ...rest }: Consequence) {
  return { ...rest, years: [...years] }
}
