import type { GradedGroup } from './gradingContext.ts'
import type { GradeRow } from './boards.store.ts'

/** The grades that fit the roster: which stored grades remain valid, who joined or left since, and who lost a place because the quota shrank. */
interface FittedGrades {
  readonly rows: ReadonlyMap<string, GradeRow>
  readonly joined: readonly string[]
  readonly left: readonly string[]
  /** units whose grade no longer fits the quota: those graded last. */
  readonly unplaced: readonly string[]
}

/** Fits the stored grades to the roster. A board that was opened has a row for each member; in one that was never opened, nobody counts as joined. */
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
