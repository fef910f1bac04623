import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useYear } from '../../../client/useYear.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import { ledgerOf } from '../addresses.ts'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import { useOwnUnit } from '../useOwnUnit.ts'
import { EntryImportPreview } from './EntryImportPreview.tsx'
import '../ledger.css'

/** 导入的预览. */
export type ImportPreview = CallAnswer<'POST /api/years/:year/units/:unit/entry-imports'>

/** 从表格导入台账: the template, the filled file, a preview with what is sent back, and all of the rest at once. */
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
  const own = useOwnUnit()
  const back = own === unit ? `/${year}/ledger` : ledgerOf(year, unit)
  const [preview, setPreview] = useState<ImportPreview>()
  const send = useAct('POST /api/years/:year/units/:unit/entry-imports', { refresh: [] })

  async function look(file: File) {
    setPreview(undefined)
    setPreview(
      await send.run({ params: { year, unit }, query: { name: file.name.slice(0, 255) }, body: file }),
    )
  }

  return (
    <>
      <PageHead
        title="从表格导入台账"
        state="先预览，再登记：登记之前台账不变。"
        actions={<LinkButton to={back}>返回台账</LinkButton>}
      />
      <div className="import-pair">
        <section aria-labelledby="import-template">
          <h2 id="import-template">下载模板</h2>
          <p className="soft">一行一次；类别和期间从下拉列表中选。</p>
          <SaveAs
            text="台账模板"
            fetch={() =>
              call('GET /api/years/:year/units/:unit/ledger-template.xlsx', { params: { year, unit } })
            }
          />
        </section>
        <section aria-labelledby="import-file">
          <h2 id="import-file">选择填好的文件</h2>
          <RefusedNotice error={send.refused} />
          <UploadBox
            accept={['.xlsx']}
            megabytes={10}
            what="填好的模板"
            busy={send.busy}
            onFile={file => void look(file)}
          />
        </section>
      </div>
      {preview !== undefined && (
        <EntryImportPreview
          key={preview.id}
          year={year}
          unit={unit}
          of={preview}
          onDone={() => void navigate({ to: back })}
        />
      )}
    </>
  )
}
