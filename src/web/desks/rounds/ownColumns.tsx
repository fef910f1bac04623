import type { Column } from '../../kit/table/column.ts'
import { peopleOf, stateOf, teamOf } from './roundWords.ts'
import type { Assignment } from './roundTypes.ts'

/** Columns of assignments, for inspectors and inspected units. */
export const ownColumns: readonly Column<Assignment>[] = [
  { id: 'unit', title: '单位', width: 230, value: row => row.unitName, search: true, onCard: 'title' },
  { id: 'day', title: '日期', width: 130, kind: 'day', value: row => row.doneOn ?? row.plannedOn },
  {
    id: 'state',
    title: '状态',
    width: 96,
    value: stateOf,
    show: row => <span className={row.late ? 'bad' : undefined}>{stateOf(row)}</span>,
    filter: true,
    onCard: 'figure',
  },
  { id: 'round', title: '轮次', width: 140, value: row => row.roundName ?? '牵头单位核查', filter: true },
  { id: 'people', title: '核查人员', width: 200, value: peopleOf, search: true },
  {
    id: 'team',
    title: '组别',
    width: 80,
    value: row => (row.team === undefined ? undefined : teamOf(row.team)),
    onCard: 'no',
  },
]
