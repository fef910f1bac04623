import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { useJobFile } from '../results/useJobFile.ts'
import type { KindCount } from './documentTypes.ts'
import { IssueAll } from './IssueAll.tsx'

interface Props {
  readonly year: number
  readonly today: string
  readonly kinds: readonly KindCount[]
}

/** Shows each kind of document with how many there are, and what can be done with it. */
export function KindTable({ year, today, kinds }: Props) {
  const go = useNavigate()
  const [issuing, setIssuing] = useState<KindCount>()
  const draft = useAct('POST /api/years/:year/documents', {
    done: ({ made }) => (made === 0 ? '都已经起草过了' : `已起草${made}份`),
  })
  const pack = useAct('POST /api/years/:year/documents/pack', { refresh: [] })
  const file = useJobFile()

  async function start({ kind, per }: KindCount) {
    const body = per === 'unit' ? { kind, all: true } : { kind }
    const answer = await draft.run({ params: { year }, body })
    if (answer?.document !== undefined) await go({ to: `/${year}/documents/${answer.document}` })
  }

  async function packAll({ kind }: KindCount) {
    const answer = await pack.run({ params: { year }, body: { kind } })
    if (answer !== undefined) file.follow(answer.job)
  }

  return (
    <section aria-label="文种" className="kind-table">
      {[draft, pack].map(({ refused }, at) => refused && <RefusedNotice key={at} error={refused} />)}
      {file.fault !== undefined && <p className="bad">{file.fault}</p>}
      {file.progress !== undefined && (
        <ProgressLine label={file.stage} done={Math.round(file.progress * 100)} total={100} />
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">文种</th>
            <th scope="col">条款</th>
            <th scope="col" className="to-right">
              草稿
            </th>
            <th scope="col" className="to-right">
              已印发
            </th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(one => (
            <tr key={one.kind}>
              <th scope="row">{one.name}</th>
              <td>{one.citation}</td>
              <td className="to-right">{one.drafts}</td>
              <td className="to-right">{one.issued}</td>
              <td>
                {one.whyNot === undefined ? (
                  <div className="buttons">
                    <Button size="small" loading={draft.busy} onClick={() => void start(one)}>
                      {one.per === 'unit' ? '起草全部单位' : '起草'}
                    </Button>
                    {one.drafts > 1 && (
                      <Button size="small" onClick={() => setIssuing(one)}>
                        印发全部草稿
                      </Button>
                    )}
                    {one.issued > 1 && (
                      <Button size="small" loading={pack.busy} onClick={() => void packAll(one)}>
                        打包下载
                      </Button>
                    )}
                  </div>
                ) : (
                  <span className="soft">{one.whyNot}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {issuing !== undefined && (
        <IssueAll year={year} today={today} kind={issuing} onClose={() => setIssuing(undefined)} />
      )}
    </section>
  )
}
