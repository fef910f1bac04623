import type { Column } from '../../kit/table/column.ts'
import type { Entry } from './ledgerTypes.ts'

/** Describes the state of a ledger entry. */
export function stateOf({ state, late }: Pick<Entry, 'state' | 'late'>): string {
  if (state === 'replaced') return '已更正'
  if (state === 'withdrawn') return '已撤回'
  return late ? '逾期补录' : '按时登记'
}

/** Columns of the entry list. */
export const entryColumns: readonly Column<Entry>[] = [
  { id: 'title', title: '标题', width: 280, value: row => row.title, search: true, onCard: 'title' },
  { id: 'kind', title: '类别', width: 150, value: row => row.kindName, filter: true },
  { id: 'day', title: '发生日期', width: 130, kind: 'day', value: row => row.happenedOn },
  {
    id: 'period',
    title: '所属期间',
    width: 130,
    value: row => row.periodName,
    filter: true,
    show: row => <Period of={row} />,
  },
  { id: 'participants', title: '人数', width: 76, kind: 'number', value: row => row.participants },
  {
    id: 'state',
    title: '登记',
    width: 110,
    value: stateOf,
    show: row => (
      <span className={row.late && row.state === 'inForce' ? 'ledger-late urgent' : undefined}>
        {stateOf(row)}
      </span>
    ),
    filter: true,
    onCard: 'figure',
  },
  { id: 'entered', title: '登记日期', width: 130, kind: 'day', value: row => row.enteredOn },
  {
    id: 'by',
    title: '登记人',
    width: 110,
    value: row => row.enteredBy,
    search: true,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'files',
    title: '附件',
    width: 76,
    kind: 'number',
    value: row => (row.files.length === 0 ? undefined : row.files.length),
    onCard: 'no',
  },
  {
    id: 'note',
    title: '备注',
    width: 240,
    value: row => row.note || undefined,
    search: true,
    hidden: true,
    onCard: 'no',
  },
]

function Period({ of: { periodName, outsidePeriod } }: { readonly of: Entry }) {
  return (
    <>
      {periodName}
      {outsidePeriod && <span className="small-soft-line">日期不在期间内</span>}
    </>
  )
}
