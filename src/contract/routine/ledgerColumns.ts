import type { ListColumn } from '../lists/listColumn.ts'

interface Line {
  readonly unitName: string
  readonly tierName: string
  readonly byLedger: boolean
  readonly mayRecord: boolean
  readonly counts: readonly { readonly counter: string; readonly count: number }[]
  readonly deduction?: number | undefined
  readonly score?: number | undefined
}

/** Values of the column `mayRecord`: whether the reader may record faults of a unit. */
export const recordable = { yes: '可以登记', no: '不能登记' } as const

/** Returns how often a fault of a unit was recorded. */
export function countOf({ counts }: Pick<Line, 'counts'>, counter: string): number {
  return counts.find(one => one.counter === counter)?.count ?? 0
}

/** Columns of the counts by unit, with a column for each fault. */
export function ledgerColumns(
  faults: readonly { readonly counter: string; readonly name: string }[],
): readonly ListColumn<Line>[] {
  return [
    { id: 'unit', title: '单位', value: row => row.unitName, search: true },
    { id: 'tier', title: '层级', value: row => row.tierName, filter: true },
    ...faults.map(({ counter, name }, at) => ({
      id: `fault${at}`,
      title: name,
      value: (row: Line) => countOf(row, counter),
    })),
    { id: 'deduction', title: '日常管理扣分', value: row => (row.byLedger ? row.deduction : undefined) },
    { id: 'score', title: '日常管理得分', value: row => row.score },
    {
      id: 'mayRecord',
      title: '登记',
      value: row => (row.mayRecord ? recordable.yes : recordable.no),
      filter: true,
    },
  ]
}
