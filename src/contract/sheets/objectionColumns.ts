import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { ListColumn } from '../lists/listColumn.ts'

/** Names of the states of a finding. */
export const findingStateNames = {
  notInForce: '未生效',
  open: '待答复',
  accepted: '已认可',
  objected: '有异议，待裁定',
  upheld: '裁定维持',
  changed: '裁定改变',
  dropped: '裁定撤销',
} as const

interface Row {
  readonly unitName: string
  readonly state: keyof typeof findingStateNames
  readonly row: string
  readonly ruleText: string
  readonly cost: string
  readonly reason: string
  readonly quarter: number
  readonly repliedAt: string
  readonly inspectors: readonly string[]
}

/** Columns of the list of objections. */
export const objectionColumns: readonly ListColumn<Row>[] = [
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'state', title: '进展', value: row => findingStateNames[row.state], filter: true },
  { id: 'rule', title: '核查情况', value: row => `${row.row} ${row.ruleText}`, search: true },
  { id: 'cost', title: '扣分', value: row => row.cost },
  { id: 'reason', title: '单位的理由', value: row => row.reason },
  { id: 'quarter', title: '季度', value: row => printQuarter(row.quarter), filter: true },
  { id: 'at', title: '提出日期', value: row => row.repliedAt },
  { id: 'inspectors', title: '核查人员', value: row => row.inspectors.join('、'), search: true },
]
