import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import { RefusedRows } from '../importing/RefusedRows.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'

type Preview = CallAnswer<'POST /api/years/:year/remedy-imports'>

/** 导入上年度问题清单. */
export function RemedyImport({ year }: { readonly year: number }) {
  const navigate = useNavigate()
  const [preview, setPreview] = useState<Preview>()
  const send = useAct('POST /api/years/:year/remedy-imports', { refresh: [] })
  const commit = useAct('POST /api/years/:year/remedy-imports/:import/commit', { done: '已列入' })

  async function look(file: File) {
    setPreview(undefined)
    commit.forget()
    setPreview(await send.run({ params: { year }, query: { name: file.name.slice(0, 255) }, body: file }))
  }

  async function take(of: Preview) {
    if ((await commit.run({ params: { year, import: of.id }, body: {} })) !== undefined)
      await navigate({ to: `/${year}/remedies` })
  }

  return (
    <>
      <PageHead
        title="导入问题清单"
        state="先预览，再列入。"
        actions={<LinkButton to={`/${year}/remedies`}>返回清单</LinkButton>}
      />
      <div className="import-pair">
        <section aria-labelledby="remedy-template">
          <h2 id="remedy-template">下载模板</h2>
          <SaveAs
            text="问题清单模板"
            fetch={() => call('GET /api/years/:year/remedies-template.xlsx', { params: { year } })}
          />
        </section>
        <section aria-labelledby="remedy-file">
          <h2 id="remedy-file">选择填好的文件</h2>
          <RefusedNotice error={send.refused} />
          <UploadBox
            accept={['.xlsx']}
            megabytes={10}
            what="填好的清单"
            busy={send.busy}
            onFile={file => void look(file)}
          />
        </section>
      </div>
      {preview !== undefined && (
        <section aria-labelledby="remedy-preview">
          <h2 id="remedy-preview">预览</h2>
          <p role="status">
            <span translate="no">{preview.file}</span>：共{preview.read}行，可列入{preview.accepted.length}
            行，退回
            {preview.refused.length}行
          </p>
          <RefusedRows of={preview.refused} />
          {preview.accepted.length > 0 && (
            <>
              <DataTable
                id="remedyImport"
                label="可列入的行"
                rows={preview.accepted}
                columns={columns}
                rowKey={row => String(row.row)}
                unit="行"
                height={preview.accepted.length > 40 ? 'fill' : 'whole'}
              />
              <RefusedNotice error={commit.refused} />
              <div className="entry-send">
                <Button type="primary" loading={commit.busy} onClick={() => void take(preview)}>
                  列入通过的{preview.accepted.length}行
                </Button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  )
}

const columns: readonly Column<Preview['accepted'][number]>[] = [
  { id: 'problem', title: '问题', width: 420, value: row => row.problem, onCard: 'title' },
  { id: 'row', title: '行', width: 64, kind: 'number', value: row => row.row, onCard: 'figure' },
  { id: 'unit', title: '单位', width: 220, value: row => row.unitName, filter: true },
]
