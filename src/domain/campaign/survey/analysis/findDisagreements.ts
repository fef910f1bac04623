/** A unit whose survey and another component disagree (两项结果不一致): where it stands in each, from 0 (last) to 1 (first). */
export interface Disagreement {
  readonly unit: string
  readonly component: string
  readonly survey: number
  readonly other: number
}

/** How far apart two standings have to be. */
const APART = 0.5

/** Among fewer units a place says nothing. */
const LEAST_PLACED = 10

/** Finds where the survey disagrees with other components (查找不一致): units in the upper part by one and in the lower by the other, the furthest apart first. Questions for the inspectors, never points. */
export function findDisagreements(
  survey: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Disagreement[] {
  if (survey.size < LEAST_PLACED) return []
  const own = standings(survey)
  return [...others]
    .flatMap(([component, scores]) => {
      const theirs = standings(scores)
      return [...own].flatMap(([unit, place]) => {
        const other = theirs.get(unit)
        if (other === undefined || Math.abs(other - place) < APART) return []
        return [{ unit, component, survey: place, other }]
      })
    })
    .toSorted((one, two) => Math.abs(two.survey - two.other) - Math.abs(one.survey - one.other))
}

/** The part of the others that each is at least as good as; equal ones share the middle. */
function standings(scores: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sorted = [...scores.values()].toSorted((one, two) => one - two)
  const last = Math.max(1, sorted.length - 1)
  return new Map(
    [...scores].map(([unit, score]) => {
      const first = sorted.indexOf(score)
      return [unit, (first + sorted.lastIndexOf(score)) / 2 / last] as const
    }),
  )
}
