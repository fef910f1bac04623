import { type SheetStanding, standingNames } from '../../../domain/campaign/sheet/sheetState.ts'
import type { Column } from '../../kit/table/column.ts'
import type { SheetRow } from './sheetTypes.ts'

const URGENT: readonly SheetStanding[] = ['doubled', 'deciding', 'sent']

/** Shows the state of an inspection sheet, marked where somebody must act. */
function SheetState({ of }: { readonly of: SheetStanding }) {
  return (
    <span className={URGENT.includes(of) ? 'soft unbroken urgent' : 'soft unbroken'}>
      {standingNames[of]}
    </span>
  )
}

/** Columns of the sheet list. */
export const sheetColumns: readonly Column<SheetRow>[] = [
  { id: 'unit', title: '单位', width: 210, value: row => row.unitName, search: true, onCard: 'title' },
  {
    id: 'state',
    title: '进展',
    width: 110,
    value: row => standingNames[row.state],
    show: row => <SheetState of={row.state} />,
    filter: true,
    onCard: 'figure',
  },
  { id: 'quarter', title: '季度', width: 96, value: row => `第${row.quarter}季度`, filter: true },
  { id: 'visited', title: '核查日期', width: 130, kind: 'day', value: row => row.visitedOn },
  { id: 'findings', title: '核查情况', width: 92, kind: 'number', value: row => row.findings },
  {
    id: 'undecided',
    title: '待裁定',
    width: 84,
    kind: 'number',
    value: row => row.undecided || undefined,
    onCard: 'no',
  },
  {
    id: 'objections',
    title: '异议',
    width: 76,
    kind: 'number',
    value: row => row.objections || undefined,
    hidden: true,
  },
  { id: 'due', title: '答复期限', width: 130, kind: 'day', value: row => row.due, onCard: 'no' },
  { id: 'inspectors', title: '核查人员', width: 140, value: row => row.inspectors.join('、'), search: true },
  {
    id: 'group',
    title: '牵头单位',
    width: 170,
    value: row => row.leadUnitName,
    filter: true,
    search: true,
    onCard: 'no',
  },
  {
    id: 'round',
    title: '轮次',
    width: 160,
    value: row => row.roundName,
    filter: true,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'by',
    title: '核查者',
    width: 110,
    value: row => (row.by === 'committee' ? '组织考核者' : '牵头单位自查'),
    filter: true,
    hidden: true,
    onCard: 'no',
  },
]
