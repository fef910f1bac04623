import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly id: string
  readonly problem: string
  readonly unitName: string
  readonly originName: string
  readonly rowTitle?: string | undefined
  readonly state: string
  readonly stateName: string
  readonly overdue: boolean
  readonly deadline?: string | undefined
  readonly measure: string
  readonly entries: readonly unknown[]
  readonly files: readonly unknown[]
}

/** Values of the column `due`: what is still open, and what of it is overdue. */
export const remedyDue = { overdue: '逾期', open: '未完成', done: '已办结' } as const

/** Checks whether a remedy is still open. */
export function isOpenRemedy({ state }: Pick<Row, 'state'>): boolean {
  return state === 'notStarted' || state === 'inHand'
}

/** Columns of the list of self-checks and remedies. */
export const remedyColumns: readonly ListColumn<Row>[] = [
  { id: 'problem', title: '问题', value: row => row.problem, search: true },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'origin', title: '来源', value: row => row.originName, filter: true },
  { id: 'row', title: '涉及', value: row => row.rowTitle, filter: true },
  { id: 'state', title: '进展', value: row => row.stateName, filter: true },
  { id: 'deadline', title: '期限', value: row => row.deadline },
  { id: 'measure', title: '措施', value: row => row.measure || undefined, search: true },
  { id: 'proof', title: '佐证', value: row => row.entries.length + row.files.length || undefined },
  {
    id: 'due',
    title: '期限情况',
    value: row => (row.overdue ? remedyDue.overdue : isOpenRemedy(row) ? remedyDue.open : remedyDue.done),
    filter: true,
  },
]
