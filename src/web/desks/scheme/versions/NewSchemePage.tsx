import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import { FaultList } from '../FaultList.tsx'
import '../scheme.css'

type Reading = CallAnswer<'POST /api/schemes/reading'> & { readonly file: string }
type Document = NonNullable<Reading['document']>

/** Creates a scheme from a file, which is read before anything is stored, or from a sample. */
export function NewSchemePage() {
  const navigate = useNavigate()
  const make = useAct('POST /api/schemes', { done: '草案已建立' })

  async function keep(document: Document, file?: string) {
    const made = await make.run({ body: { document, file } })
    if (made !== undefined) await navigate({ to: `/schemes/${made.version}` })
  }

  return (
    <>
      <PageHead title="新建方案" state="先成为草案；改好、检查无误后印发。" />
      <RefusedNotice error={make.refused} />
      <FromFile busy={make.busy} onKeep={keep} />
      <FromSample busy={make.busy} onKeep={keep} />
    </>
  )
}

interface Part {
  readonly busy: boolean
  readonly onKeep: (document: Document, file?: string) => Promise<void>
}

function FromFile({ busy, onKeep }: Part) {
  const [reading, setReading] = useState<Reading>()
  const [refused, setRefused] = useState<Refused>()
  const [waiting, setWaiting] = useState(false)

  async function read(file: File) {
    setWaiting(true)
    setRefused(undefined)
    try {
      setReading({
        ...(await call('POST /api/schemes/reading', { query: { file: file.name }, body: file })),
        file: file.name,
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setReading(undefined)
      setRefused(error)
    } finally {
      setWaiting(false)
    }
  }

  return (
    <section className="scheme-part">
      <h2>导入方案文件</h2>
      <UploadBox
        accept={['.yaml', '.zip', '.json']}
        megabytes={4}
        what="方案文件"
        busy={waiting}
        onFile={file => void read(file)}
      />
      <p className="soft">
        方案分成两个文件（<span translate="no">scheme.yaml</span>、<span translate="no">rubric.yaml</span>
        ）的，请放进一个压缩包。
      </p>
      <RefusedNotice error={refused} />
      {reading !== undefined && <ReadFile reading={reading} busy={busy} onKeep={onKeep} />}
    </section>
  )
}

function ReadFile({
  reading: { file, document, faults },
  busy,
  onKeep,
}: Part & { readonly reading: Reading }) {
  const wrong = faults.filter(fault => fault.severity === 'fault')
  const warnings = faults.length - wrong.length
  return (
    <>
      <Alert
        className="scheme-alert"
        type={document === undefined ? 'error' : wrong.length > 0 ? 'warning' : 'success'}
        showIcon
        title={
          <>
            <span translate="no">“{file}”</span>
            {describeReading(document, wrong.length, warnings)}
          </>
        }
        action={
          document !== undefined && (
            <Button type="primary" loading={busy} onClick={() => void onKeep(document, file)}>
              建立草案
            </Button>
          )
        }
      />
      {faults.length > 0 && <FaultList faults={faults} />}
    </>
  )
}

function describeReading(document: Document | undefined, wrong: number, warnings: number): string {
  const more = warnings > 0 ? `，${warnings}处提醒` : ''
  if (document === undefined) return `有${wrong}处错误，读不成方案；照下面逐处改正文件后再选${more}`
  if (wrong > 0) return `有${wrong}处错误${more}；可以先建立草案，在页面上改正后再印发`
  return `没有错误${more}`
}

function FromSample({ busy, onKeep }: Part) {
  const [chosen, setChosen] = useState<string>()
  const [refused, setRefused] = useState<Refused>()

  async function take(sample: string) {
    setChosen(sample)
    setRefused(undefined)
    try {
      await onKeep((await call('GET /api/schemes/samples/:sample', { params: { sample } })).document)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    }
  }

  return (
    <section className="scheme-part">
      <h2>由样例改起</h2>
      <RefusedNotice error={refused} />
      <Answered of={useAnswer('GET /api/schemes/samples', {})}>
        {({ samples }) => (
          <ul className="sample-list act-list">
            {samples.map(({ sample, title, cycle, rows }) => (
              <li key={sample}>
                <span>
                  {title}
                  <span className="soft apart">
                    {cycle}年度，评分细则{rows}行
                  </span>
                </span>
                <Button loading={busy && chosen === sample} disabled={busy} onClick={() => void take(sample)}>
                  以此起草
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}
