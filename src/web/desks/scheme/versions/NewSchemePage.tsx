import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { adoptSample, emptyScheme } from '../../../../contract/scheme/newScheme.ts'
import { type SchemeDocument, withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { schemeStartFields } from '../../../../contract/scheme/schemeFields.ts'
import { call, type CallAnswer } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { type Acting, useForm } from '../../../kit/form/useForm.ts'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import { FaultList } from '../FaultList.tsx'
import '../scheme.css'

type Reading = CallAnswer<'POST /api/schemes/reading'> & { readonly file: string }
type Document = NonNullable<Reading['document']>

/** Creates a scheme: an empty one, one from a sample, or one from a file, which is read before anything is stored. */
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
      <FromSample busy={make.busy} act={make} onKeep={keep} />
      <RefusedNotice error={make.refused} />
      <FromFile busy={make.busy} onKeep={keep} />
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

type Made = Part & { readonly act: Acting }

function FromSample({ busy, act, onKeep }: Made) {
  const [chosen, setChosen] = useState<{ readonly sample?: string; readonly title: string }>()
  return (
    <section className="scheme-part">
      <h2>从头编，或由样例改起</h2>
      <p className="soft">样例里别的单位已确认的口径，到了这里都改为暂按默认，由本单位逐条确认。</p>
      <Answered of={useAnswer('GET /api/schemes/samples', {})}>
        {({ samples }) => (
          <ul className="sample-list">
            <li>
              <span>
                空方案
                <span className="soft apart">只有每个方案都要有的口径，内容自己添</span>
              </span>
              <Button disabled={busy} onClick={() => setChosen({ title: '空方案' })}>
                从头编
              </Button>
            </li>
            {samples.map(({ sample, title, cycle, rows }) => (
              <li key={sample}>
                <span>
                  {title}
                  <span className="soft apart">
                    {cycle}年度，{rows > 0 ? `评分细则${rows}行` : '只有加分扣分清单'}
                  </span>
                </span>
                <Button disabled={busy} onClick={() => setChosen({ sample, title })}>
                  以此起草
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {chosen !== undefined && (
        <StartForm of={chosen} act={act} onKeep={onKeep} onClose={() => setChosen(undefined)} />
      )}
    </section>
  )
}

/** Asks whose scheme it is and for which year, before a sample or an empty scheme becomes a draft. */
function StartForm({
  of: { sample, title },
  act,
  onKeep,
  onClose,
}: Pick<Made, 'act' | 'onKeep'> & {
  readonly of: { readonly sample?: string; readonly title: string }
  readonly onClose: () => void
}) {
  const { institution } = useSession()
  const today = useAnswer('GET /api/installation', {}).data?.today
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const form = useForm(schemeStartFields, {
    start: { institution, ...(today !== undefined && { cycle: Number(today.slice(0, 4)) }) },
    acts: [act, { busy, refused, forget: () => setRefused(undefined) }],
    send: async start => {
      setBusy(true)
      try {
        await onKeep(sample === undefined ? emptyScheme(start) : adoptSample(await sampleOf(sample), start))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        setRefused(error)
      } finally {
        setBusy(false)
      }
      return undefined
    },
  })
  return <FormModal form={form} title={`起草：${title}`} confirm="建立草案" onClose={onClose} />
}

async function sampleOf(sample: string): Promise<SchemeDocument> {
  return withAllLists((await call('GET /api/schemes/samples/:sample', { params: { sample } })).document)
}
