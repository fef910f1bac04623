import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import { BackToDocuments } from './BackToDocuments.tsx'
import type { Finding } from './documentTypes.ts'
import { FindingList } from './FindingList.tsx'
import './documents.css'

/** Checks the style of any Word file that the office drops here. (GB/T 9704) */
export function DocumentStylePage() {
  const check = useAct('POST /api/documents/style', { refresh: [] })
  const [read, setRead] = useState<{ readonly name: string; readonly findings: readonly Finding[] }>()

  async function look(file: File) {
    setRead(undefined)
    const answer = await check.run({ query: { name: file.name }, body: file })
    if (answer !== undefined) setRead({ name: file.name, findings: answer.findings })
  }

  return (
    <>
      <PageHead
        title="公文格式检查"
        state="按 GB/T 9704—2012 检查；文件只读一遍，不留存"
        actions={<BackToDocuments />}
      />
      <UploadBox
        accept={['.docx']}
        megabytes={10}
        what="要检查的公文"
        busy={check.busy}
        onFile={file => void look(file)}
        onRefused={() => {
          setRead(undefined)
          check.forget()
        }}
      />
      {check.refused && <RefusedNotice error={check.refused} />}
      {read !== undefined && (
        <section aria-label="检查结果">
          <p className={read.findings.length > 0 ? 'bad' : 'good'}>
            “<span translate="no">{read.name}</span>”
            {read.findings.length > 0 ? `有${read.findings.length}项不合格式。` : '没有发现格式问题。'}
          </p>
          <FindingList findings={read.findings} />
        </section>
      )}
    </>
  )
}
