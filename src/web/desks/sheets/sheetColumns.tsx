import { sheetColumns as columns } from '../../../contract/sheets/sheetColumns.ts'
import { type SheetStanding, standingNames } from '../../../domain/campaign/sheet/sheetState.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import type { SheetRow } from './sheetTypes.ts'

const URGENT: readonly SheetStanding[] = ['doubled', 'deciding', 'sent']

/** Shows the state of an inspection sheet, marked where somebody must act. */
function SheetState({ of }: { readonly of: SheetStanding }) {
  return (
    <span className={URGENT.includes(of) ? 'unbroken strong' : 'soft unbroken'}>{standingNames[of]}</span>
  )
}

/** Columns of the sheet list. */
export const sheetColumns: readonly Column<SheetRow>[] = showColumns(columns, {
  unit: { width: 210, onCard: 'title' },
  state: { width: 110, show: row => <SheetState of={row.state} />, onCard: 'figure' },
  quarter: { width: 96 },
  visited: { width: 130, kind: 'day' },
  findings: { width: 92, kind: 'number' },
  undecided: { width: 84, kind: 'number', onCard: 'no' },
  objections: { width: 76, kind: 'number', hidden: true },
  due: { width: 130, kind: 'day', onCard: 'no' },
  inspectors: { width: 140 },
  group: { width: 170, onCard: 'no' },
  round: { width: 160, hidden: true, onCard: 'no' },
  by: { width: 110, hidden: true, onCard: 'no' },
})
