import { remedyColumns as columns } from '../../../../contract/ledger/remedyColumns.ts'
import { type Column, onlySaved, showColumns } from '../../../kit/table/column.ts'
import type { Remedy } from '../ledgerTypes.ts'

/** Columns of the self-check and rectification list. */
export const remedyColumns: readonly Column<Remedy>[] = [
  ...showColumns<Remedy>(columns, {
    problem: { width: 320, onCard: 'title' },
    unit: { width: 190 },
    origin: { width: 110 },
    row: { width: 180, onCard: 'no' },
    state: {
      width: 130,
      show: row => (
        <>
          {row.stateName}
          {row.overdue && <span className="urgent unbroken"> 逾期</span>}
        </>
      ),
      onCard: 'figure',
    },
    deadline: { width: 130, kind: 'day' },
    measure: { width: 240, hidden: true, onCard: 'no' },
    proof: { width: 76, kind: 'number' },
    due: { width: 76, onlySaved: true },
  }),
  onlySaved('result', '整改情况', row => row.result || undefined, { width: 288 }),
]

/** The same for a list of one unit. */
export const ownRemedyColumns = remedyColumns.map((column): Column<Remedy> =>
  column.id === 'unit' ? { ...column, onlySaved: true } : column,
)
