import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Column } from '../../../kit/table/column.ts'
import type { ImportPreview } from './EntryImportPage.tsx'
import { RefusedRows } from './RefusedRows.tsx'

interface Props {
  readonly year: number
  readonly unit: string
  readonly of: ImportPreview
  readonly onDone: () => void
}

/** 导入台账的预览: rows in = taken + sent back; late rows without a reason of their own take the one given here. */
export function EntryImportPreview({ year, unit, of, onDone }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/entry-imports/:import/commit', {
    done: `已登记${of.accepted.length}条`,
  })
  const [reason, setReason] = useState('')
  const late = of.accepted.filter(row => row.late).length
  const isMissing = act.refused?.code === 'ledgerLateReasonMissing' && reason.trim() === ''

  async function commit() {
    const body = reason.trim() === '' ? {} : { lateReason: reason.trim() }
    if ((await act.run({ params: { year, unit, import: of.id }, body })) !== undefined) onDone()
  }

  return (
    <section aria-labelledby="import-preview">
      <h2 id="import-preview">预览</h2>
      <p role="status">
        <span translate="no">{of.file}</span>：共<strong>{of.read}</strong>行，可登记
        <strong>{of.accepted.length}</strong>行，退回
        <strong className={of.refused.length > 0 ? 'ledger-late' : undefined}>{of.refused.length}</strong>行
      </p>
      <RefusedRows of={of.refused} />
      {of.accepted.length > 0 && (
        <>
          <h3>可登记的行</h3>
          <DataTable
            id="ledgerImport"
            label="可登记的行"
            rows={of.accepted}
            columns={columns}
            rowKey={row => String(row.row)}
            unit="行"
            height={of.accepted.length > 40 ? 'fill' : 'whole'}
          />
          {late > 0 && (
            <Form layout="vertical" component="div" className="entry-form">
              <Form.Item
                label={`有${late}行逾期补录：表中没有写原因的，统一写在这里`}
                htmlFor="import-late"
                {...(isMissing && { validateStatus: 'error' as const, help: '请说明补录的原因。' })}
              >
                <Input.TextArea
                  id="import-late"
                  value={reason}
                  rows={2}
                  maxLength={2000}
                  onChange={event => setReason(event.target.value)}
                />
              </Form.Item>
            </Form>
          )}
          <RefusedNotice error={act.refused} />
          <div className="entry-send">
            <Button type="primary" loading={act.busy} onClick={() => void commit()}>
              {of.refused.length > 0
                ? `登记通过的${of.accepted.length}行`
                : `登记全部${of.accepted.length}行`}
            </Button>
            {of.refused.length > 0 && <span className="soft">退回的行改好后，可再导入一次。</span>}
          </div>
        </>
      )}
    </section>
  )
}

type Row = ImportPreview['accepted'][number]

const columns: readonly Column<Row>[] = [
  { id: 'title', title: '标题', width: 300, value: row => row.title, onCard: 'title' },
  { id: 'row', title: '行', width: 64, kind: 'number', value: row => row.row, onCard: 'figure' },
  { id: 'kind', title: '类别', width: 150, value: row => row.kindName, filter: true },
  { id: 'day', title: '发生日期', width: 130, kind: 'day', value: row => row.happenedOn },
  { id: 'period', title: '所属期间', width: 130, value: row => row.periodName, filter: true },
  { id: 'people', title: '人数', width: 76, kind: 'number', value: row => row.participants },
  {
    id: 'late',
    title: '登记',
    width: 100,
    value: row => (row.late ? '逾期' : '按时'),
    show: row => <span className={row.late ? 'ledger-late' : undefined}>{row.late ? '逾期' : '按时'}</span>,
    filter: true,
  },
]
