import { intakeStates } from '../../../contract/intake/intakeStates.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Column } from '../../kit/table/column.ts'
import type { Import } from './intakeTypes.ts'

/** Lists the imports, latest first. */
export function ImportList({
  year,
  imports,
}: {
  readonly year: number
  readonly imports: readonly Import[]
}) {
  return (
    <DataTable
      id="imports"
      label="各次导入"
      rows={imports}
      columns={columns}
      rowKey={row => row.id}
      rowLink={row => `/${year}/imports?of=${row.id}`}
      unit="次导入"
      height={imports.length > 40 ? 'fill' : 'whole'}
      empty={<EmptyState title="还没有导入过文件" what="下载填报工作簿，填好后在上面选择文件。" />}
    />
  )
}

const columns: readonly Column<Import>[] = [
  {
    id: 'file',
    title: '文件',
    width: 260,
    value: row => row.file,
    show: row => <span translate="no">{row.file}</span>,
    onCard: 'title',
  },
  {
    id: 'state',
    title: '状态',
    width: 100,
    value: row => intakeStates[row.state],
    show: row => <span className={row.state === 'ready' ? 'bad' : undefined}>{intakeStates[row.state]}</span>,
    filter: true,
    onCard: 'figure',
  },
  { id: 'rows', title: '行数', width: 90, kind: 'number', value: row => row.rows?.in },
  { id: 'accepted', title: '接受', width: 90, kind: 'number', value: row => row.rows?.accepted },
  {
    id: 'refused',
    title: '退回',
    width: 90,
    kind: 'number',
    value: row => row.rows?.refused,
    show: row => (
      <span className={(row.rows?.refused ?? 0) > 0 ? 'bad' : undefined}>{row.rows?.refused ?? '—'}</span>
    ),
  },
  { id: 'by', title: '上传人', width: 110, value: row => row.uploadedBy, filter: true },
  { id: 'at', title: '上传时间', width: 180, kind: 'day', value: row => row.uploadedAt },
  {
    id: 'written',
    title: '写入',
    width: 320,
    value: row => row.written?.join('；') ?? row.fault,
    onCard: 'no',
  },
]
