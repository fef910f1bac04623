import { rosterColumns as columns } from '../../../contract/roster/rosterColumns.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { printDay } from '../../kit/printDay.ts'
import type { RosterUnit } from './rosterTypes.ts'

/** Columns of the roster. */
export const rosterColumns: readonly Column<RosterUnit>[] = showColumns<RosterUnit>(columns, {
  name: { width: 230, onCard: 'title' },
  answers: { width: 95, show: answersShown, onCard: 'figure' },
  why: { width: 240 },
  state: { width: 105, show: stateShown, onCard: 'line' },
  lead: { width: 170, onCard: 'line' },
  leads: { width: 85, kind: 'number', onCard: 'no' },
  tier: { width: 100, onCard: 'no' },
  kind: { width: 110, onCard: 'no' },
  level: { width: 90, hidden: true, onCard: 'no' },
  cohort: { width: 110, hidden: true, onCard: 'no' },
  id: { width: 110, show: row => <span translate="no">{row.id}</span>, hidden: true, onCard: 'no' },
  former: { width: 180, hidden: true, onCard: 'no' },
})

function answersShown({ answers, state }: RosterUnit) {
  return answers?.name ?? <span className={state === '缺考核对象' ? 'bad' : undefined}>—</span>
}

function stateShown({ state, closesOn }: RosterUnit) {
  if (state === '缺考核对象') return <span className="bad">{state}</span>
  return state === '已撤销' ? `${printDay(closesOn!)}撤销` : state
}
