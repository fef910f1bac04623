import { useMemo } from 'react'
import { useMay } from '../../client/useMay.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import { boardColumns } from './boardColumns.tsx'
import { DueForm } from './DueForm.tsx'
import type { BoardList } from './routineTypes.ts'
import './routine.css'

/** Lists the grading boards of all lead units: those awaiting acceptance first, then late ones. */
export function BoardsView({ list }: { readonly list: BoardList }) {
  const may = useMay()
  const withSealed = useWithSealed()
  const columns = useMemo(() => boardColumns(list.components), [list.components])
  const rows = useMemo(
    () => list.boards.toSorted((one, other) => urgency(one) - urgency(other)),
    [list.boards],
  )
  return (
    <>
      <PageHead title="等次评定" state={withSealed(standing(list))} />
      {may('receiveBoards') && <DueForm year={list.year} due={list.due} />}
      <DataTable
        id="boards"
        label="各牵头单位的等次评定"
        rows={rows}
        columns={columns}
        rowKey={row => `${row.component} ${row.leadUnit}`}
        rowLink={row =>
          `/${list.year}/routine/${encodeURIComponent(row.leadUnit)}/${encodeURIComponent(row.component)}`
        }
        search="牵头单位名称或拼音首字母"
        unit="个"
      />
    </>
  )
}

function urgency({ state, late, outdated }: BoardList['boards'][number]): number {
  if (state === 'submitted') return 0
  if (outdated) return 1
  if (late) return 2
  return state === 'accepted' ? 4 : 3
}

function standing({ boards, due }: BoardList): string {
  const of = (state: BoardList['boards'][number]['state']) =>
    boards.filter(board => board.state === state).length
  const late = boards.filter(board => board.late).length
  const parts = [
    `共${boards.length}个，已接收${of('accepted')}个`,
    of('submitted') === 0 ? '' : `待接收${of('submitted')}个`,
    of('returned') === 0 ? '' : `退回${of('returned')}个`,
    late === 0 ? '' : `逾期${late}个`,
    due === undefined ? '' : `${printDay(due)}前上报`,
  ]
  return parts.filter(Boolean).join('；')
}
