import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { standingNames } from '../../../contract/documents/documentColumns.ts'
import { call } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import type { OneDocument } from './documentTypes.ts'
import { DraftForm, useDraftForm } from './DraftForm.tsx'
import { CorrectionNotice } from './CorrectionNotice.tsx'
import { OutdatedNotice } from './OutdatedNotice.tsx'
import { IssuedFacts } from './IssuedFacts.tsx'
import { IssueForm } from './IssueForm.tsx'
import { ReceiptForm } from './ReceiptForm.tsx'
import { PaperView } from './PaperView.tsx'
import './documents.css'

/** Shows one official document: its text as in the file, and what can be done with it next. */
export function DocumentPage() {
  const { year } = useYear()
  const { document } = useParams({ strict: false }) as { readonly document: string }
  const answer = useAnswer(
    'GET /api/years/:year/documents/:document',
    { params: { year: year ?? 0, document } },
    { when: year !== undefined },
  )
  return (
    <AnsweredPage title="公文" of={answer}>
      {one => <Shown key={one.id} year={year!} one={one} />}
    </AnsweredPage>
  )
}

function Shown({ year, one }: { readonly year: number; readonly one: OneDocument }) {
  const go = useNavigate()
  const [asks, setAsks] = useState<'drop' | 'correct' | 'issue' | 'receipt'>()
  const at = { params: { year, document: one.id } }
  const drop = useAct('DELETE /api/years/:year/documents/:document', {
    done: '草稿已删除',
    leave: () => go({ to: `/${year}/documents` }),
  })
  const correct = useAct('POST /api/years/:year/documents/:document/correct', { done: '已另起草一份更正' })
  const draft = useDraftForm(year, one)
  const isDraft = one.standing === 'draft'

  async function startCorrection(reason: string) {
    const made = await correct.run({ ...at, body: { reason } })
    if (made !== undefined) await go({ to: `/${year}/documents/${made.document}` })
    return made
  }

  return (
    <>
      <PageHead
        title={one.title}
        state={[
          one.kindName,
          one.unitName,
          one.number,
          standingNames[one.standing],
          one.receipt && '已登记回执',
        ]
          .filter(Boolean)
          .join('，')}
        actions={
          <>
            <BackLink to={`/${year}/documents`}>返回公文清单</BackLink>
            {one.whyNot === undefined && (
              <SaveAs
                text={isDraft ? '下载草稿' : '下载 Word'}
                fetch={() => call('GET /api/years/:year/documents/:document/file.docx', at)}
              />
            )}
            {one.hasTable && one.whyNot === undefined && (
              <SaveAs
                text="下载 Excel"
                fetch={() => call('GET /api/years/:year/documents/:document/table.xlsx', at)}
              />
            )}
            {one.wantsReceipt && (
              <Button type="primary" onClick={() => setAsks('receipt')}>
                登记回执
              </Button>
            )}
            {isDraft && one.mine && (
              <Popconfirm
                title="删除这份草稿？改过的内容随之删除。"
                okText="删除"
                cancelText="取消"
                onConfirm={() => void drop.run(at)}
              >
                <Button danger loading={drop.busy}>
                  删除草稿
                </Button>
              </Popconfirm>
            )}
            {one.issued !== undefined && one.correctedBy === undefined && one.mine && (
              <Button danger={one.outdated !== undefined} onClick={() => setAsks('correct')}>
                更正
              </Button>
            )}
            {isDraft && one.whyNot === undefined && one.mine && (
              <Button type="primary" onClick={() => setAsks('issue')}>
                印发
              </Button>
            )}
          </>
        }
      />
      {drop.refused && <RefusedNotice error={drop.refused} />}
      {one.whyNot !== undefined && <p className="bad">{one.whyNot}</p>}
      {one.outdated !== undefined && <OutdatedNotice of={one.outdated} />}
      <CorrectionNotice year={year} of={one} />
      <div className="document-view">
        <PaperView parts={one.parts} />
        <div className="document-side">
          <IssuedFacts one={one} />
          <KeepRefused open={isDraft && one.mine}>
            <DraftForm form={draft.form} />
          </KeepRefused>
        </div>
      </div>
      {asks === 'receipt' && <ReceiptForm year={year} one={one} onClose={() => setAsks(undefined)} />}
      {asks === 'issue' && (
        <IssueForm year={year} one={one} isSaved={draft.isSaved} onClose={() => setAsks(undefined)} />
      )}
      <ReasonModal
        open={asks === 'correct'}
        title="更正已印发的文件"
        label="更正的理由"
        what="已印发的文件照原样留存；系统另起草一份，正文写明所更正的文号；印发后原件标为已更正。"
        confirm="起草更正"
        act={correct}
        run={startCorrection}
        onClose={() => setAsks(undefined)}
      />
    </>
  )
}
