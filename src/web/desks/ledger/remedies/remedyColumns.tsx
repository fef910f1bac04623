import type { Column } from '../../../kit/table/column.ts'
import type { Remedy } from '../ledgerTypes.ts'

/** Columns of the self-check and rectification list; the unit only if there are several. */
export function remedyColumns(withUnit: boolean): readonly Column<Remedy>[] {
  return [
    { id: 'problem', title: '问题', width: 320, value: row => row.problem, search: true, onCard: 'title' },
    ...(withUnit
      ? [{ id: 'unit', title: '单位', width: 190, value: (row: Remedy) => row.unitName, search: true }]
      : []),
    { id: 'origin', title: '来源', width: 110, value: row => row.originName, filter: true },
    { id: 'row', title: '涉及', width: 180, value: row => row.rowTitle, filter: true, onCard: 'no' },
    {
      id: 'state',
      title: '进展',
      width: 130,
      value: row => row.stateName,
      show: row => (
        <>
          {row.stateName}
          {row.overdue && <span className="ledger-late urgent remedy-late">逾期</span>}
        </>
      ),
      filter: true,
      onCard: 'figure',
    },
    { id: 'deadline', title: '期限', width: 130, kind: 'day', value: row => row.deadline },
    {
      id: 'measure',
      title: '措施',
      width: 240,
      value: row => row.measure || undefined,
      search: true,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'proof',
      title: '佐证',
      width: 76,
      kind: 'number',
      value: row => row.entries.length + row.files.length || undefined,
    },
  ]
}
