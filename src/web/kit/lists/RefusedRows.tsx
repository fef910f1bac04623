import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RefusedRow } from '../../../contract/shape/listImport.ts'
import { saveFile } from '../../client/saveFile.ts'
import { csvText } from '../../../contract/lists/csvText.ts'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import './lists.css'

/** A refused row; its sheet is empty where the whole file is meant. */
interface RefusedLine extends Omit<RefusedRow, 'row'> {
  readonly row?: number
}

/** Shows refused rows as a table, each with its place and what to do; `save` replaces the download made from the rows shown. */
export function RefusedRows({
  of,
  save,
}: {
  readonly of: readonly RefusedLine[]
  readonly save?: ReactNode
}) {
  if (of.length === 0) return null
  return (
    <div className="refused-rows">
      <DataTable
        id="refused"
        label="退回的行"
        rows={of}
        columns={of.some(line => line.sheet !== undefined) ? COLUMNS.ofSheets : COLUMNS.ofList}
        rowKey={line => `${line.sheet} ${line.row} ${line.column} ${line.reason}`}
        search="理由"
        unit="条"
        height="whole"
        actions={
          save ?? (
            <Button icon={<DownloadOutlined aria-hidden />} onClick={() => saveFile(csvOf(of))}>
              退回清单
            </Button>
          )
        }
      />
    </div>
  )
}

const MOST_LISTED = 50

/** Lists refused rows in a few lines, beside the text they were typed in. */
export function RefusedList({ title, of }: { readonly title: string; readonly of: readonly RefusedLine[] }) {
  if (of.length === 0) return null
  return (
    <section className="refused-list" role="alert">
      <h2>{title}</h2>
      <ul>
        {of.slice(0, MOST_LISTED).map(({ sheet: from, row, reason }) => (
          <li key={`${from} ${row} ${reason}`}>
            {from !== undefined && `“${from}”表`}
            {row !== undefined && `第${row}行：`}
            <span translate="no">{reason}</span>
          </li>
        ))}
      </ul>
      {of.length > MOST_LISTED && <p>另有{of.length - MOST_LISTED}行。</p>}
    </section>
  )
}

function csvOf(rows: readonly RefusedLine[]): File {
  const text = csvText(
    ['工作表', '行', '列', '单元格', '理由'],
    rows.map(row => [row.sheet, row.row, row.column, row.cell, row.reason]),
  )
  return new File([text], '退回清单.csv', { type: 'text/csv' })
}

const sheet: Column<RefusedLine> = {
  id: 'sheet',
  title: '工作表',
  width: 160,
  value: line => line.sheet,
  show: line => <span translate="no">{line.sheet || '整个文件'}</span>,
  filter: true,
  search: true,
  onCard: 'title',
}

const row: Column<RefusedLine> = {
  id: 'row',
  title: '行',
  width: 72,
  kind: 'number',
  value: line => line.row,
  onCard: 'figure',
}

const rest: readonly Column<RefusedLine>[] = [
  { id: 'column', title: '列', width: 130, value: line => line.column, filter: true },
  {
    id: 'cell',
    title: '单元格',
    width: 90,
    value: line => line.cell,
    show: line => <span translate="no">{line.cell ?? '—'}</span>,
    onCard: 'no',
  },
  {
    id: 'reason',
    title: '理由',
    width: 520,
    value: line => line.reason,
    show: line => <span translate="no">{line.reason}</span>,
    search: true,
    onCard: 'wide',
  },
]

const ofList: Column<RefusedLine> = { ...row, show: line => `第${line.row}行`, onCard: 'title' }

const COLUMNS = { ofList: [ofList, ...rest], ofSheets: [sheet, row, ...rest] }
