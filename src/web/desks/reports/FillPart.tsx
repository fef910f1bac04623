import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { placeText } from '../../../domain/campaign/report/placeText.ts'
import { countWords } from '../../../domain/campaign/report/countWords.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import { cleanLines, withNewIds } from './editContent.ts'
import type { ReportContent, Terms } from './reportTypes.ts'

interface Props {
  readonly year: number
  readonly terms: Terms
  /** Nothing is written yet: no text is replaced. */
  readonly isBlank: boolean
  readonly onFill: (content: ReportContent) => Promise<boolean>
}

interface Read {
  readonly content: ReportContent
  readonly notices: readonly string[]
}

/** Fills the report from a Word file or from text pasted as a whole: shown part by part before it takes the place of what is there. */
export function FillPart({ year, terms, isBlank, onFill }: Props) {
  const [way, setWay] = useState<'paste' | 'file'>()
  const [read, setRead] = useState<Read>()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const [text, setText] = useState('')

  function close() {
    setWay(undefined)
    setRead(undefined)
    setRefused(undefined)
  }

  async function takeFile(file: File) {
    setBusy(true)
    setRefused(undefined)
    try {
      const answer = await call('POST /api/years/:year/reports/reading', {
        params: { year },
        query: { name: file.name.slice(-255) },
        body: file,
      })
      setRead(answer as Read)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setBusy(false)
    }
  }

  async function fill() {
    setBusy(true)
    const done = read !== undefined && (await onFill(withNewIds(read.content)))
    setBusy(false)
    if (!done) return
    setText('')
    close()
  }

  return (
    <>
      <div className="buttons report-fill">
        <Button onClick={() => setWay('file')}>上传 Word</Button>
        <Button onClick={() => setWay('paste')}>粘贴全文</Button>
        <span className="soft">已有写好的报告，可整篇放进来，按标题分到各部分。</span>
      </div>
      <Modal
        open={way !== undefined}
        title={way === 'file' ? '上传 Word' : '粘贴全文'}
        width={720}
        okText={read === undefined ? '分到各部分' : isBlank ? '放进报告' : '代替现在的内容'}
        cancelText={read === undefined ? '取消' : '不放'}
        confirmLoading={busy}
        okButtonProps={{
          disabled: read === undefined && text.trim() === '',
          style: way === 'file' && read === undefined ? { display: 'none' } : {},
        }}
        mask={{ closable: false }}
        onOk={() =>
          read === undefined
            ? setRead({ content: placeText(terms, cleanLines(text)) as ReportContent, notices: [] })
            : void fill()
        }
        onCancel={close}
        destroyOnHidden
      >
        <RefusedNotice error={refused} />
        {read !== undefined ? (
          <Preview terms={terms} read={read} isBlank={isBlank} />
        ) : way === 'file' ? (
          <UploadBox
            accept={['.docx', '.doc', '.pdf']}
            megabytes={20}
            what="述职报告（Word）"
            busy={busy}
            onFile={file => void takeFile(file)}
          />
        ) : (
          <label>
            从 Word 全选复制，粘贴在下面
            <Input.TextArea
              value={text}
              rows={14}
              autoFocus
              onChange={event => setText(event.target.value)}
            />
          </label>
        )}
      </Modal>
    </>
  )
}

function Preview({
  terms,
  read,
  isBlank,
}: {
  readonly terms: Terms
  readonly read: Read
  readonly isBlank: boolean
}) {
  const { content, notices } = read
  return (
    <div className="report-preview">
      {notices.length > 0 && (
        <ul className="report-notices">
          {notices.map(notice => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <p className="report-text-title">{content.title}</p>
      {terms.sections.map(({ id, name }) => {
        const paragraphs = content.sections.filter(one => one.section === id).flatMap(one => one.paragraphs)
        const words = paragraphs.reduce((sum, { text }) => sum + countWords(text), 0)
        return (
          <section key={id} aria-label={name}>
            <h3>
              {name}{' '}
              <small className={words === 0 ? 'bad' : 'soft'}>
                {words === 0 ? '没有分到内容' : `${paragraphs.length}段，${words}字`}
              </small>
            </h3>
            {paragraphs.map(one => (
              <p key={one.id}>{one.text}</p>
            ))}
          </section>
        )
      })}
      {content.problems.length > 0 && <p className="soft">问题清单：{content.problems.length}项</p>}
      {!isBlank && <p className="soft">现在的内容会留作一稿，可在“各稿”中找回。</p>}
    </div>
  )
}
