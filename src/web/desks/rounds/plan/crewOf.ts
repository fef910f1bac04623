import type { Assignment } from '../roundTypes.ts'

/** Returns the people of a team on a day, else on the nearest day it goes out. */
export function crewOf(
  assignments: readonly Assignment[],
  team: number,
  day: string,
  besides: string,
): Assignment['inspectors'] {
  const rows = assignments.filter(
    one =>
      one.team === team && one.unit !== besides && one.inspectors.length > 0 && one.plannedOn !== undefined,
  )
  const far = (one: Assignment): number =>
    Math.abs(Date.parse(one.plannedOn!) - Date.parse(day === '' ? one.plannedOn! : day))
  return rows.toSorted((one, other) => far(one) - far(other))[0]?.inspectors ?? []
}
