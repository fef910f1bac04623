import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { csvText } from '../../../kit/csvText.ts'
import { saveFile } from '../../../client/saveFile.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Column } from '../../../kit/table/column.ts'
import type { ImportPreview } from './EntryImportPage.tsx'

type Row = ImportPreview['refused'][number]

/** 退回的行, each with its place and what to do. */
export function RefusedRows({ of }: { readonly of: readonly Row[] }) {
  if (of.length === 0) return null
  return (
    <>
      <h3>退回的行</h3>
      <DataTable
        id="ledgerRefused"
        label="退回的行"
        rows={of}
        columns={columns}
        rowKey={row => `${row.row} ${row.column ?? ''} ${row.reason}`}
        search="理由"
        unit="条"
        height={of.length > 40 ? 'fill' : 'whole'}
        actions={
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => saveFile(listOf(of))}>
            退回清单
          </Button>
        }
      />
    </>
  )
}

function listOf(rows: readonly Row[]): File {
  const text = csvText(
    ['行', '列', '单元格', '理由'],
    rows.map(row => [row.row, row.column, row.cell, row.reason]),
  )
  return new File([text], '退回清单.csv', { type: 'text/csv' })
}

const columns: readonly Column<Row>[] = [
  {
    id: 'row',
    title: '行',
    width: 72,
    kind: 'number',
    value: row => row.row,
    show: row => `第${row.row}行`,
    onCard: 'title',
  },
  { id: 'column', title: '列', width: 140, value: row => row.column, filter: true },
  {
    id: 'cell',
    title: '单元格',
    width: 100,
    value: row => row.cell,
    show: row => <span translate="no">{row.cell ?? '—'}</span>,
  },
  {
    id: 'reason',
    title: '理由',
    width: 520,
    value: row => row.reason,
    show: row => <span translate="no">{row.reason}</span>,
    search: true,
    onCard: 'wide',
  },
]
