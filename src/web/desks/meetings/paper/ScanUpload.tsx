import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { scanJobOf, scanNames } from '../../../../contract/meetings/paperFields.ts'
import { call, type CallAnswer } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { UploadBox } from '../../../kit/UploadBox.tsx'
import type { Paper } from './paperTypes.ts'

type Outcome = CallAnswer<'POST /api/years/:year/meetings/:meeting/paper/scans'>['pages'][number]

/** A file that is read: what became of its pages, or why it was refused. */
interface Sent {
  readonly name: string
  /** How far a long one is. */
  readonly stage?: string
  readonly pages?: readonly Outcome[]
  readonly refused?: string
}

type Keep = (more: Partial<Sent>) => void

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
  const add = (name: string, work: (keep: Keep) => Promise<void>) => {
    const at = place.current++
    setSent(before => [...before, { name }])
    queue.current = queue.current.then(() =>
      work(more => setSent(before => before.map((one, index) => (index === at ? { ...one, ...more } : one)))),
    )
  }
  // A long scan that was left before it was read.
  const resume = useEffectEvent(async (isHere: () => boolean) => {
    const { jobs } = await call('GET /api/jobs', {})
    const left = jobs.find(
      ({ kind, state }) => kind === scanJobOf(meeting) && (state === 'waiting' || state === 'running'),
    )
    if (left === undefined || !isHere()) return
    add(left.name, async keep => {
      keep(await followScan(left.id, stage => keep({ stage })))
      await queries.invalidateQueries({ predicate: isOfPaper })
    })
  })
  useEffect(() => {
    let isHere = true
    void resume(() => isHere)
    return () => {
      isHere = false
    }
  }, [meeting])
  const send = async (file: File, keep: Keep) => {
    try {
      const params = { year, meeting }
      const name = 'POST /api/years/:year/meetings/:meeting/paper/scans'
      const { pages, job } = await call(name, { params, body: file })
      if (job === undefined) keep({ pages })
      else {
        const { refused, ...rest } = await followScan(job, stage => keep({ stage }))
        if (refused === undefined) keep({ pages: [...pages, ...rest.pages] })
        else keep({ refused })
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      keep({ refused: error.message })
    }
    await queries.invalidateQueries({ predicate: isOfPaper })
  }
  return (
    <>
      <p>
        照片一页一张，票面拍全；扫描可用一个
        PDF。同一张票的各页依次放，先第1页、后第2页；多个文件按文件名的次序读。页数多的在后台读，可以离开本页，读好的票陆续列在下面。图片留到会议结果采纳后30天，到期销毁。
      </p>
      <UploadBox
        accept={['.jpg', '.jpeg', '.png', '.pdf']}
        megabytes={40}
        what="照片或扫描件"
        many
        onFile={file => add(file.name, keep => send(file, keep))}
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

function isOfPaper({ queryKey: [name] }: { readonly queryKey: readonly unknown[] }): boolean {
  return name === 'GET /api/years/:year/meetings/:meeting/paper'
}

function sayOf({ pages, refused, stage }: Sent, { classes }: Paper) {
  if (refused !== undefined) return <span className="bad">{refused}</span>
  if (pages === undefined) return <span className="soft">{stage ?? '正在读取……'}</span>
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

const PAUSE = 1000

/** What a background job read of a long scan, or why it stopped. */
interface ScanRest {
  readonly pages: CallAnswer<'POST /api/years/:year/meetings/:meeting/paper/scans'>['pages']
  readonly refused?: string
}

/** Follows the background job that reads a long scan, and says how far it is. Leaving the page does not stop it. */
async function followScan(job: string, onStage: (stage: string) => void): Promise<ScanRest> {
  for (;;) {
    const { state, stage } = await call('GET /api/jobs/:job', { params: { job } })
    if (state === 'done') {
      const file = await call('GET /api/jobs/:job/file', { params: { job } })
      return JSON.parse(await file.text()) as ScanRest
    }
    if (state !== 'waiting' && state !== 'running')
      return { pages: [], refused: '没有读完；请重新选取文件，已读的页不会重复' }
    onStage(stage)
    await new Promise(resolve => setTimeout(resolve, PAUSE))
  }
}
