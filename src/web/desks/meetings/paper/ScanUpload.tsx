import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { scanNames } from '../../../../contract/meetings/paperFields.ts'
import { call, type CallAnswer } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import type { Paper } from './paperTypes.ts'

type Outcome = CallAnswer<'POST /api/years/:year/meetings/:meeting/paper/scans'>['pages'][number]

/** A file that is read: what became of its pages, or why it was refused. */
interface Sent {
  readonly name: string
  readonly pages?: readonly Outcome[]
  readonly refused?: string
}

interface Props {
  readonly year: number
  readonly meeting: string
  readonly paper: Paper
}

/** Uploads photos and scans one after another, in the order of their names, and says what was read in each. */
export function ScanUpload({ year, meeting, paper }: Props) {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const queries = useQueryClient()
  const queue = useRef(Promise.resolve())
  const place = useRef(0)
  const done = sent.filter(one => one.pages !== undefined || one.refused !== undefined)
  const send = async (file: File, at: number) => {
    const keep = (more: Partial<Sent>) =>
      setSent(before => before.map((one, index) => (index === at ? { ...one, ...more } : one)))
    try {
      const params = { year, meeting }
      keep(await call('POST /api/years/:year/meetings/:meeting/paper/scans', { params, body: file }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      keep({ refused: error.message })
    }
    await queries.invalidateQueries({
      predicate: query => query.queryKey[0] === 'GET /api/years/:year/meetings/:meeting/paper',
    })
  }
  const take = (file: File) => {
    const at = place.current++
    setSent(before => [...before, { name: file.name }])
    queue.current = queue.current.then(() => send(file, at))
  }
  return (
    <>
      <p>
        照片一页一张，票面拍全；扫描可用一个
        PDF。同一张票的各页依次放，先第1页、后第2页；多个文件按文件名的次序读。图片留到会议结果采纳后30天，到期销毁。
      </p>
      <UploadBox
        accept={['.jpg', '.jpeg', '.png', '.pdf']}
        megabytes={40}
        what="照片或扫描件"
        many
        onFile={take}
      />
      {sent.length > 0 && (
        <>
          <ProgressLine
            label="已读"
            done={done.length}
            total={sent.length}
            said={`${done.length}/${sent.length}个文件`}
          />
          <ul className="scan-list line-list bare" aria-live="polite">
            {sent.map((one, at) => (
              <li key={at}>
                <span translate="no">{one.name}</span>
                <span>{sayOf(one, paper)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function sayOf({ pages, refused }: Sent, { classes }: Paper) {
  if (refused !== undefined) return <span className="bad">{refused}</span>
  if (pages === undefined) return <span className="soft">正在读取……</span>
  const read = pages.filter(({ outcome }) => outcome === 'read')
  const doubtful = read.reduce((sum, one) => sum + (one.doubtful ?? 0), 0)
  const numbers = [
    ...new Set(
      read.map(
        ({ voterClass, number }) => `${classes.find(({ id }) => id === voterClass)?.name}第${number}号`,
      ),
    ),
  ]
  const bad = pages.filter(({ outcome }) => outcome !== 'read')
  return (
    <>
      {read.length > 0 && (
        <span className="good block">
          {numbers.length > 2 ? `${numbers[0]}至${numbers.at(-1)}` : numbers.join('、')}，{read.length}页，
          {doubtful === 0 ? '没有存疑格' : `存疑${doubtful}格`}
        </span>
      )}
      {bad.map(({ at, outcome }) => (
        <span key={at} className="bad block">
          {pages.length > 1 && `第${at}页：`}
          {scanNames[outcome]}
        </span>
      ))}
    </>
  )
}
