import { useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useYear } from '../../../client/useYear.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { ListImport } from '../../../kit/lists/ListImport.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { ledgerOf } from '../addresses.ts'
import { useOwnUnit } from '../useOwnUnit.ts'
import '../ledger.css'
import { textLimit } from '../../../kit/form/textLimit.tsx'

type Preview = CallAnswer<'POST /api/years/:year/units/:unit/entry-imports'>

/** Imports ledger entries from a table. Late rows without a reason take the one given before they are entered. */
export function EntryImportPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  return year === undefined ? (
    <PageHead title="从表格导入台账" />
  ) : (
    <Import key={unit} year={year} unit={unit} />
  )
}

function Import({ year, unit }: { readonly year: number; readonly unit: string }) {
  const navigate = useNavigate()
  const back = useOwnUnit() === unit ? `/${year}/ledger` : ledgerOf(year, unit)
  const [reason, setReason] = useState('')
  const send = useAct('POST /api/years/:year/units/:unit/entry-imports', { refresh: [] })
  const act = useAct('POST /api/years/:year/units/:unit/entry-imports/:import/commit', {
    done: answer => `已登记${answer.entered}条`,
  })
  const isMissing = act.refused?.code === 'ledgerLateReasonMissing' && reason.trim() === ''

  async function commit({ id }: Preview) {
    const body = reason.trim() === '' ? {} : { lateReason: reason.trim() }
    if ((await act.run({ params: { year, unit, import: id }, body })) !== undefined)
      await navigate({ to: back })
    return []
  }

  return (
    <>
      <PageHead
        title="从表格导入台账"
        state="先预览，再登记：登记之前台账不变。"
        actions={<LinkButton to={back}>返回台账</LinkButton>}
      />
      <ListImport
        id="ledgerImport"
        template={
          <>
            <p className="soft">一行一次；类别和期间从下拉列表中选。</p>
            <SaveAs
              text="台账模板"
              fetch={() =>
                call('GET /api/years/:year/units/:unit/ledger-template.xlsx', { params: { year, unit } })
              }
            />
          </>
        }
        what="填好的模板"
        megabytes={10}
        verb="登记"
        columns={columns}
        reading={{
          ...send,
          run: (file, as) => {
            setReason('')
            act.forget()
            const query = { name: file.name.slice(0, 255), as }
            return send.run({ params: { year, unit }, query, body: file })
          },
        }}
        writing={{ ...act, run: commit }}
      >
        {({ accepted }) => {
          const late = accepted.filter(row => row.late).length
          return (
            late > 0 && (
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
                    {...textLimit(2000)}
                    onChange={event => setReason(event.target.value)}
                  />
                </Form.Item>
              </Form>
            )
          )
        }}
      </ListImport>
    </>
  )
}

const columns: readonly Column<Preview['accepted'][number]>[] = [
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
    show: row => (
      <span className={row.late ? 'ledger-late urgent' : undefined}>{row.late ? '逾期' : '按时'}</span>
    ),
    filter: true,
  },
]
