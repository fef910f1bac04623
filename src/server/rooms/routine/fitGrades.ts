import type { GradedGroup } from './gradingContext.ts'
import type { GradeRow } from './boards.store.ts'

/** 与名册相合的等次: what of the stored grades still holds, who joined or left since, and who lost a place because there are fewer. */
export interface FittedGrades {
  readonly rows: ReadonlyMap<string, GradeRow>
  readonly joined: readonly string[]
  readonly left: readonly string[]
  /** units whose grade no longer fits its places: the last that were given. */
  readonly unplaced: readonly string[]
}

/** 使等次与名册相合. An opened board has a row for each member; one that nobody opened has nobody who joined. */
export function fitGrades(
  { members, method, proof }: GradedGroup,
  stored: readonly GradeRow[],
): FittedGrades {
  const ids = new Set(members.map(member => member.unit))
  const rows = new Map(stored.filter(row => ids.has(row.unit)).map(row => [row.unit, row]))
  const unplaced = method.grades.flatMap((grade, at) =>
    [...rows.values()]
      .filter(row => row.grade === grade.id)
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .slice(proof.rows[at]!.places)
      .map(row => row.unit),
  )
  for (const unit of unplaced) rows.set(unit, { ...rows.get(unit)!, grade: null })
  return {
    rows,
    joined:
      stored.length === 0 ? [] : members.filter(member => !rows.has(member.unit)).map(member => member.unit),
    left: stored.filter(row => !ids.has(row.unit)).map(row => row.unit),
    unplaced,
  }
}
