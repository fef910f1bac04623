import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { saveFile } from '../../client/saveFile.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Column } from '../../kit/table/column.ts'
import type { CallAnswer } from '../../client/call.ts'
import type { ImportDetail } from './intakeTypes.ts'

type Line = CallAnswer<'GET /api/years/:year/intakes/:intake/refused'>['refused'][number]

/** 被退回的行: the first two hundred reasons with their places; all of them in a workbook. */
export function RefusedRows({ of: { id, year } }: { readonly of: ImportDetail }) {
  const [busy, setBusy] = useState(false)
  const refused = useAnswer('GET /api/years/:year/intakes/:intake/refused', {
    params: { year, intake: id },
    query: {},
  })

  async function save() {
    setBusy(true)
    try {
      saveFile(
        await call('GET /api/years/:year/intakes/:intake/refused-list', { params: { year, intake: id } }),
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="import-refused" aria-labelledby="import-refused">
      <h2 id="import-refused">退回的行</h2>
      <Answered of={refused}>
        {({ refused: lines, total }) => (
          <>
            {total > lines.length && (
              <p>
                共 {total} 条理由，这里列出前 {lines.length} 条，其余见退回清单。
              </p>
            )}
            <DataTable
              id="refused"
              label="退回的行"
              rows={lines}
              columns={columns}
              rowKey={line => String(line.nth)}
              search="工作表或理由"
              unit="条"
              height="whole"
              actions={
                <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void save()}>
                  退回清单
                </Button>
              }
            />
          </>
        )}
      </Answered>
    </section>
  )
}

const columns: readonly Column<Line>[] = [
  {
    id: 'sheet',
    title: '工作表',
    width: 160,
    value: line => line.sheet,
    show: line => <span translate="no">{line.sheet || '整个文件'}</span>,
    filter: true,
    search: true,
    onCard: 'title',
  },
  { id: 'row', title: '行', width: 70, kind: 'number', value: line => line.row, onCard: 'figure' },
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
