import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly groupName: string
  readonly stateName: string
  readonly attempts: number
  readonly lastOn?: string | undefined
  readonly appointment?: string | undefined
  readonly askedAgain: boolean
}

/** Columns of the list of a unit's cases. */
export const caseColumns: readonly ListColumn<Row>[] = [
  { id: 'group', title: '对象', value: row => row.groupName, filter: true },
  { id: 'state', title: '访问结果', value: row => row.stateName, filter: true },
  { id: 'attempts', title: '拨打次数', value: row => row.attempts },
  { id: 'last', title: '最近拨打', value: row => row.lastOn },
  { id: 'appointment', title: '预约时间', value: row => row.appointment },
  { id: 'again', title: '退回过', value: row => (row.askedAgain ? '是' : undefined), filter: true },
]
