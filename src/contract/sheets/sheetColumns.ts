import { printQuarter } from '../../domain/kernel/calendar.ts'
import { type SheetStanding, standingNames } from '../../domain/campaign/sheet/sheetState.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly state: SheetStanding
  readonly quarter: number
  readonly roundName: string
  readonly by: 'committee' | 'leadUnit'
  readonly visitedOn: string
  readonly due?: string | undefined
  readonly inspectors: readonly string[]
  readonly findings: number
  readonly objections: number
  readonly undecided: number
}

/** Columns of the list of sheets. */
export const sheetColumns: readonly ListColumn<Row>[] = [
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'state', title: '进展', value: row => standingNames[row.state], filter: true },
  { id: 'quarter', title: '季度', value: row => printQuarter(row.quarter), filter: true },
  { id: 'visited', title: '核查日期', value: row => row.visitedOn },
  { id: 'findings', title: '核查情况', value: row => row.findings },
  { id: 'undecided', title: '待裁定', value: row => row.undecided || undefined },
  { id: 'objections', title: '异议', value: row => row.objections || undefined },
  { id: 'due', title: '答复期限', value: row => row.due },
  { id: 'inspectors', title: '核查人员', value: row => row.inspectors.join('、'), search: true },
  { id: 'group', title: '牵头单位', value: row => row.leadUnitName, filter: true, search: true },
  { id: 'round', title: '轮次', value: row => row.roundName, filter: true },
  {
    id: 'by',
    title: '核查者',
    value: row => (row.by === 'committee' ? '组织考核者' : '牵头单位自查'),
    filter: true,
  },
]
