import type { Column } from '../../kit/table/column.ts'
import { printDay } from '../../kit/printDay.ts'
import type { RosterRow } from './rosterRows.ts'

/** Columns of the roster. */
export const rosterColumns: readonly Column<RosterRow>[] = [
  {
    id: 'name',
    title: '单位',
    width: 230,
    value: row => row.unit.name,
    search: true,
    onCard: 'title',
  },
  {
    id: 'answers',
    title: '考核对象',
    width: 95,
    value: row => row.unit.answers?.name,
    show: row =>
      row.unit.answers?.name ?? <span className={row.state === '缺考核对象' ? 'bad' : undefined}>—</span>,
    search: true,
    onCard: 'figure',
  },
  { id: 'why', title: '依据', width: 240, value: row => row.unit.answers?.why ?? row.unit.outside },
  {
    id: 'state',
    title: '状态',
    width: 105,
    value: row => row.state,
    show: stateShown,
    filter: true,
    onCard: 'line',
  },
  { id: 'lead', title: '牵头单位', width: 170, value: row => row.lead, filter: true, onCard: 'line' },
  {
    id: 'leads',
    title: '牵头个数',
    width: 85,
    kind: 'number',
    value: row => (row.leads > 0 ? row.leads : undefined),
    onCard: 'no',
  },
  { id: 'tier', title: '层级', width: 100, value: row => row.tier, filter: true, onCard: 'no' },
  { id: 'kind', title: '类别', width: 110, value: row => row.unit.kind, filter: true, onCard: 'no' },
  {
    id: 'level',
    title: '级别',
    width: 90,
    value: row => row.unit.level,
    filter: true,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'cohort',
    title: '排名类别',
    width: 110,
    value: row => row.cohort,
    filter: true,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'id',
    title: '单位编号',
    width: 110,
    value: row => row.unit.id,
    show: row => <span translate="no">{row.unit.id}</span>,
    search: true,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'former',
    title: '曾用名',
    width: 180,
    value: row => row.unit.formerNames?.map(former => former.name).join('、'),
    search: true,
    hidden: true,
    onCard: 'no',
  },
]

function stateShown({ state, unit }: RosterRow) {
  if (state === '缺考核对象') return <span className="bad">{state}</span>
  return state === '已撤销' ? `${printDay(unit.closesOn!)}撤销` : state
}
