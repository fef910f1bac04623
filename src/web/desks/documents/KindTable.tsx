import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import type { DocumentStanding } from '../../../contract/documents/documentColumns.ts'
import { documentJobKinds } from '../../../contract/documents/documentJobKinds.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { JobLines } from '../../kit/JobLines.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { KindCount } from './documentTypes.ts'
import { IssueAll } from './IssueAll.tsx'
import { KindActs } from './KindActs.tsx'

/** Drafts that are made at once without asking. */
const MANY = 2000

const ISSUED = ['issued', 'outdated', 'corrected'] as const

interface Props {
  readonly year: number
  readonly today: string
  readonly kinds: readonly KindCount[]
  /** Shows the documents of a kind in these standings in the list below. */
  readonly onShow: (kind: KindCount, standings: readonly DocumentStanding[]) => void
}

/** Shows each kind of document with how many there are, and what can be done with it. */
export function KindTable({ year, today, kinds, onShow }: Props) {
  const go = useNavigate()
  const [issuing, setIssuing] = useState<KindCount>()
  const [many, setMany] = useState<KindCount>()
  const [correcting, setCorrecting] = useState<KindCount>()
  const { data: open, error } = useAnswer('GET /api/years/:year/documents/open', { params: { year } })
  const correct = useAct('POST /api/years/:year/documents/correct', {
    done: ({ made }) => `已起草更正${made}份`,
  })
  const draft = useAct('POST /api/years/:year/documents', {
    done: ({ made, job }) =>
      job !== undefined ? '已开始起草，可以离开本页' : made === 0 ? '都已经起草过了' : `已起草${made}份`,
  })
  const pack = useAct('POST /api/years/:year/documents/pack', {
    refresh: ['GET /api/jobs'],
    done: '已开始打包，可以离开本页',
  })

  const countOf = ({ kind }: KindCount) => open?.kinds.find(one => one.kind === kind)?.open ?? 0

  async function start({ kind, per }: KindCount) {
    const body = per === 'year' ? { kind } : { kind, all: true }
    const answer = await draft.run({ params: { year }, body })
    if (answer?.document !== undefined) await go({ to: `/${year}/documents/${answer.document}` })
  }

  return (
    <section aria-label="文种" className="kind-table">
      {error && <RefusedNotice error={error} />}
      {[draft, pack].map(({ refused }, at) => refused && <RefusedNotice key={at} error={refused} />)}
      <JobLines year={year} kinds={documentJobKinds} />
      <table>
        <thead>
          <tr>
            <th scope="col">文种</th>
            <th scope="col" className="kind-clause">
              条款
            </th>
            <th scope="col" className="to-right">
              草稿
            </th>
            <th scope="col" className="to-right">
              已印发
            </th>
            <th scope="col" className="kind-acts">
              办理{open === undefined && !error && '（正在读取）'}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds
            .filter(({ mine }) => mine)
            .map(one => (
              <tr key={one.kind}>
                <th scope="row">
                  {one.name}
                  <span className="soft-line">{one.purpose}</span>
                </th>
                <td className="kind-clause">{one.citation}</td>
                <td className="to-right" data-label="草稿">
                  <CountLink
                    count={one.drafts}
                    name={`${one.name}草稿`}
                    onShow={() => onShow(one, ['draft'])}
                  />
                </td>
                <td className="to-right" data-label="已印发">
                  <CountLink
                    count={one.issued}
                    name={`已印发的${one.name}`}
                    onShow={() => onShow(one, ISSUED)}
                  />
                </td>
                <td>
                  <KindActs
                    year={year}
                    one={one}
                    open={open?.kinds.find(({ kind }) => kind === one.kind)}
                    busy={draft.busy || pack.busy}
                    onDraft={() => (countOf(one) > MANY ? setMany(one) : void start(one))}
                    onIssue={() => setIssuing(one)}
                    onCorrect={() => setCorrecting(one)}
                    onPack={() => void pack.run({ params: { year }, body: { kind: one.kind } })}
                  />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <Modal
        open={many !== undefined}
        title={`起草${many === undefined ? 0 : countOf(many)}份“${many?.name ?? ''}”`}
        okText="全部起草"
        cancelText="取消"
        onOk={() => {
          void start(many!)
          setMany(undefined)
        }}
        onCancel={() => setMany(undefined)}
      >
        <p>每份都要编号、印发和存档。不用全部印成文件的，请取消，在各自的页面上查看和打印。</p>
      </Modal>
      <ReasonModal
        open={correcting !== undefined}
        title={`更正已印发的“${correcting?.name ?? ''}”`}
        label="更正的理由"
        what={`结果更正后，有${correcting?.outdated ?? 0}份与现在的结果不一致。系统给每份另起草一份，正文写明所更正的文号；印发后原件标为已更正。`}
        confirm="起草更正"
        act={correct}
        run={reason => {
          const body = { kind: correcting!.kind, reason }
          return correct.run({ params: { year }, body })
        }}
        onClose={() => setCorrecting(undefined)}
      />
      {issuing !== undefined && (
        <IssueAll year={year} today={today} kind={issuing} onClose={() => setIssuing(undefined)} />
      )}
    </section>
  )
}

/** A count that leads to what it counts. */
function CountLink({
  count,
  name,
  onShow,
}: {
  readonly count: number
  readonly name: string
  readonly onShow: () => void
}) {
  if (count === 0) return 0
  return (
    <button type="button" className="count-link" aria-label={`查看${name}${count}份`} onClick={onShow}>
      {count}
    </button>
  )
}
