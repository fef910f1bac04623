import type { GroupProgress, Year } from './year.ts'

/** The progress of one system, or of the directly managed units, by component. */
export interface GroupRow {
  readonly key: string
  readonly name: string
  readonly cells: ReadonlyMap<string, GroupProgress>
  readonly left: number
  readonly late: boolean
}

/** Returns the progress of systems as rows: late ones first, then those with most to do. */
export function groupRows({ progress }: Pick<Year, 'progress'>): readonly GroupRow[] {
  const cells = new Map<string, Map<string, GroupProgress>>()
  for (const { component, groups } of progress) {
    for (const group of groups) {
      const key = group.leadUnit ?? `:${group.name}`
      const row = cells.get(key) ?? new Map<string, GroupProgress>()
      cells.set(key, row.set(component, group))
    }
  }
  const rows = [...cells].map(([key, own]) => rowOf(key, own))
  return rows.toSorted((one, other) => Number(other.late) - Number(one.late) || other.left - one.left)
}

function rowOf(key: string, cells: ReadonlyMap<string, GroupProgress>): GroupRow {
  const groups = [...cells.values()]
  return {
    key,
    name: groups[0]!.name,
    cells,
    left: groups.reduce((left, { done, total }) => left + total - done, 0),
    late: groups.some(group => group.late),
  }
}
