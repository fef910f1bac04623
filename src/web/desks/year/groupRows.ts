import type { GroupProgress, Year } from './year.ts'

/** 一个系统（或直管单位）在各分项上的进度, by component. */
export interface GroupRow {
  readonly key: string
  readonly name: string
  readonly cells: ReadonlyMap<string, GroupProgress>
  readonly left: number
  readonly late: boolean
}

/** 各系统的进度, as rows; those that are late first, then those with most to do. */
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
