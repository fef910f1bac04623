import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import { call } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import { BackToDocuments } from './BackToDocuments.tsx'
import type { Finding, KeptTemplate } from './documentTypes.ts'
import { FieldList } from './FieldList.tsx'
import { FindingList } from './FindingList.tsx'
import './documents.css'

/** Keeps the templates of documents: which is in force, how a new one is checked and put in force, and how to go back. */
export function DocumentTemplatesPage() {
  const answer = useAnswer('GET /api/documents/templates', {})
  return (
    <AnsweredPage title="公文模板" of={answer}>
      {({ templates }) => <Shown templates={templates} />}
    </AnsweredPage>
  )
}

function Shown({ templates }: { readonly templates: readonly KeptTemplate[] }) {
  const [kind, setKind] = useState(templates[0]!.kind)
  const one = templates.find(template => template.kind === kind)!
  const own = templates.filter(({ version }) => version > 0).length
  return (
    <>
      <PageHead
        title="公文模板"
        state={own === 0 ? '各文种都用随软件提供的模板' : `${own}个文种用本单位的模板`}
        actions={<BackToDocuments />}
      />
      <label className="template-choice">
        <span>文种</span>
        <Select
          value={kind}
          aria-label="文种"
          onChange={setKind}
          options={templates.map(({ kind: value, name }) => ({ value, label: name }))}
        />
      </label>
      <One key={kind} of={one} />
    </>
  )
}

function One({ of: { kind, name, version, versions } }: { readonly of: KeptTemplate }) {
  const use = useAct('POST /api/documents/templates/:kind/use', { done: '模板已换回' })
  const fetch = (of: number, sample = false) =>
    call('GET /api/documents/templates/:kind/template.docx', {
      params: { kind },
      query: sample ? { version: of, sample: 'yes' } : { version: of },
    })
  const back = (to: number) => void use.run({ params: { kind }, body: { version: to } })
  return (
    <>
      <h2>现用的模板</h2>
      <p>{version === 0 ? '随软件提供的模板' : `第${version}版`}</p>
      {use.refused && <RefusedNotice error={use.refused} />}
      <div className="buttons">
        <SaveAs text="下载现用模板" fetch={() => fetch(version)} />
        <SaveAs text="用样例内容试填" fetch={() => fetch(version, true)} />
        {version > 0 && <SaveAs text="下载随软件提供的模板" fetch={() => fetch(0)} />}
        {version > 0 && (
          <Button loading={use.busy} onClick={() => back(0)}>
            换回随软件提供的模板
          </Button>
        )}
      </div>
      <h2>换用改过的模板</h2>
      <p className="soft">
        下载现用模板，用 Word 或 WPS 改字体、版式和文字，花括号里的名字照下面的写，改好后在这里上传。
      </p>
      <BraceGuide />
      <Upload kind={kind} />
      {versions.length > 0 && (
        <>
          <h2>以前的版本</h2>
          <ul className="bare template-versions">
            {versions.map(one => (
              <li key={one.version}>
                第{one.version}版 <span translate="no">{one.name}</span>，{one.by}，
                <ChineseDate of={one.at} />
                {!one.ours && one.version !== version && (
                  <Button size="small" loading={use.busy} onClick={() => back(one.version)}>
                    换用这一版
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>“{name}”可以写的名字</h2>
      <FieldList fields={findKind(kind)?.fields ?? []} />
    </>
  )
}

/** What may be written in braces; more is said in docs/tasks/make-a-template.md. */
const BRACES = [
  ['{标题}', '印出这一项内容'],
  ['{#问题}{序号}.{问题内容}{/问题}', '有几项就写几遍；在表格里两个记号写在同一行，在表格外各占一段'],
  ['{#有问题}…{/有问题}', '有问题时才印中间这些'],
  ['{^有问题}…{/有问题}', '没有问题时才印中间这些'],
  ['{节}', '一级标题的序号，自动接着编'],
] as const

function BraceGuide() {
  return (
    <details className="brace-guide">
      <summary>花括号怎样写</summary>
      <ul>
        {BRACES.map(([form, what]) => (
          <li key={form}>
            <code translate="no">{form}</code> {what}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Upload({ kind }: { readonly kind: string }) {
  const check = useAct('POST /api/documents/templates/:kind', { refresh: [] })
  const write = useAct('POST /api/documents/templates/:kind', { done: '模板已换用' })
  const [sent, setSent] = useState<{ readonly file: File; readonly findings: readonly Finding[] }>()
  const input = (file: File, step: 'check' | 'write') =>
    ({ params: { kind }, query: { name: file.name, step }, body: file }) as const

  async function look(file: File) {
    setSent(undefined)
    const answer = await check.run(input(file, 'check'))
    if (answer !== undefined) setSent({ file, findings: answer.findings })
  }

  async function keep(file: File) {
    if ((await write.run(input(file, 'write'))) !== undefined) setSent(undefined)
  }

  const faults = sent?.findings.filter(({ weight }) => weight === 'fault').length ?? 0
  return (
    <>
      <UploadBox
        accept={['.docx']}
        megabytes={5}
        what="模板文件"
        busy={check.busy}
        onFile={file => void look(file)}
        onRefused={() => {
          setSent(undefined)
          for (const act of [check, write]) act.forget()
        }}
      />
      {[check, write].map(({ refused }, at) => refused && <RefusedNotice key={at} error={refused} />)}
      {sent !== undefined && (
        <>
          <p className={faults > 0 ? 'bad' : 'good'}>
            “<span translate="no">{sent.file.name}</span>”
            {faults > 0
              ? `有${faults}处问题，改正后才能换用。`
              : sent.findings.length > 0
                ? `可以换用，有${sent.findings.length}处请先核对。`
                : '可以换用。'}
          </p>
          <FindingList findings={sent.findings} />
          {faults === 0 && (
            <div className="buttons">
              <SaveAs
                text="用样例内容试填这一份"
                fetch={() =>
                  call('POST /api/documents/templates/:kind/sample.docx', {
                    params: { kind },
                    query: { name: sent.file.name },
                    body: sent.file,
                  })
                }
              />
              <Popconfirm
                title={`换用“${sent.file.name}”？`}
                description={
                  sent.findings.length > 0
                    ? `以后起草的文件都照它印，上面列的${sent.findings.length}处缺少的内容不会有。`
                    : '以后起草的文件都照它印；可以换回原来的。'
                }
                okText="换用"
                cancelText="再看看"
                onConfirm={() => void keep(sent.file)}
              >
                <Button type="primary" loading={write.busy}>
                  换用这个模板
                </Button>
              </Popconfirm>
            </div>
          )}
        </>
      )}
    </>
  )
}
