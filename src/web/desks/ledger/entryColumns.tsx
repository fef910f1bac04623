import { entryColumns as columns, describeEntryState } from '../../../contract/ledger/entryColumns.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import type { Entry } from './ledgerTypes.ts'

/** Columns of the entry list. */
export const entryColumns: readonly Column<Entry>[] = showColumns<Entry>(columns, {
  title: { width: 280, onCard: 'title' },
  kind: { width: 150 },
  day: { width: 130, kind: 'day' },
  period: { width: 130, show: row => <Period of={row} /> },
  participants: { width: 76, kind: 'number' },
  state: {
    width: 110,
    show: row => (
      <span className={row.late && row.state === 'inForce' ? 'ledger-late urgent' : undefined}>
        {describeEntryState(row)}
      </span>
    ),
    onCard: 'figure',
  },
  entered: { width: 130, kind: 'day' },
  by: { width: 110, hidden: true, onCard: 'no' },
  files: { width: 76, kind: 'number', onCard: 'no' },
  note: { width: 240, hidden: true, onCard: 'no' },
})

function Period({ of: { periodName, outsidePeriod } }: { readonly of: Entry }) {
  return (
    <>
      {periodName}
      {outsidePeriod && <span className="small-soft-line">日期不在期间内</span>}
    </>
  )
}
