import { Alert, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSaveFile } from '../../client/useSaveFile.ts'
import { DownloadOutlined } from '@ant-design/icons'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import { reportStateNames } from '../../../domain/campaign/report/reportState.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { CommentList } from './CommentList.tsx'
import { CopiesPart } from './CopiesPart.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { isBlank } from './editContent.ts'
import { ContentEditor } from './ContentEditor.tsx'
import { FillPart } from './FillPart.tsx'
import { FlagList } from './FlagList.tsx'
import { HandInModal } from './HandInModal.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'
import type { Report } from './reportTypes.ts'
import { SlidesPart } from './SlidesPart.tsx'
import { type ReportDraft, useReportDraft } from './useReportDraft.ts'
import { VersionsPart } from './VersionsPart.tsx'
import { WaiverPart } from './WaiverPart.tsx'

/** Lets the secretary write the report: parts and paragraphs on the left, what it is measured by on the right; saved as it is typed. (六（二）) */
export function WriterView({ report }: { readonly report: Report }) {
  const { year, unit, unitName, terms, comments } = report
  const draft = useReportDraft(report)
  const { content, change } = draft
  const measured = useDeferredValue(content)
  const measure = useMemo(() => measureReport(terms, measured), [terms, measured])
  const [handingIn, setHandingIn] = useState(false)
  const word = useSaveFile('GET /api/years/:year/units/:unit/report/report.docx')
  const blank = isBlank(content)
  return (
    <div className="report">
      <PageHead
        title={`${unitName}：述职报告`}
        state={describeState(report)}
        actions={
          <>
            <Button
              icon={<DownloadOutlined />}
              loading={word.busy}
              disabled={blank}
              onClick={async () => {
                if ((await draft.flush()) !== undefined) word.save({ params: { year, unit }, query: {} })
              }}
            >
              下载 Word
            </Button>
            <Button type="primary" disabled={blank} onClick={() => setHandingIn(true)}>
              上报
            </Button>
          </>
        }
      />
      {draft.conflict !== undefined && <DraftConflict draft={draft} terms={terms} />}
      <Returned report={report} />
      <div className="report-columns">
        <div>
          <FillPart year={year} isBlank={blank} onFill={draft.replace} terms={terms} />
          <ContentEditor
            terms={terms}
            content={content}
            comments={comments}
            today={report.today}
            onChange={change}
          />
        </div>
        <aside className="report-aside" aria-label="写作时看的">
          <SaveState draft={draft} savedAt={report.savedAt} />
          <MeasurePanel terms={terms} measure={measure} waived={report.waiver !== undefined} />
          <WaiverPart report={report} />
          <FlagList terms={terms} content={measured} />
          {terms.slides && <SlidesPart report={report} flush={draft.flush} />}
          <CopiesPart at={{ year, unit }} revision={report.revision} />
          <VersionsPart report={report} />
        </aside>
      </div>
      <div className="report-foot" aria-hidden>
        <span className={measure.standing === 'above' ? 'bad' : undefined}>
          {measure.words} / {measure.limit}字
        </span>
        <span className="soft">{SAVE_WORDS[draft.state]}</span>
      </div>
      {handingIn && (
        <HandInModal
          report={report}
          content={content}
          measure={measure}
          flush={draft.flush}
          onClose={() => setHandingIn(false)}
        />
      )}
    </div>
  )
}

const SAVE_WORDS = { saved: '已保存', saving: '正在保存', waiting: '稍后自动保存' } as const

function SaveState({
  draft,
  savedAt,
}: {
  readonly draft: ReportDraft
  readonly savedAt: string | undefined
}) {
  return (
    <div className="report-saved">
      <p role="status" className="soft">
        {draft.conflict !== undefined ? (
          '选定用哪一份后再保存'
        ) : draft.state === 'saved' && savedAt !== undefined ? (
          <>
            已保存，
            <ChineseDate of={savedAt} />
          </>
        ) : (
          (draft.state !== 'saved' || savedAt !== undefined) && SAVE_WORDS[draft.state]
        )}
      </p>
      {draft.refused !== undefined && (
        <p role="alert" className="bad">
          没有存到服务器：{draft.refused.message} 写的内容已留在这台设备上，会再试着保存。
        </p>
      )}
    </div>
  )
}

/** Shows why the report came back, and comments whose paragraph is gone. */
function Returned({ report }: { readonly report: Report }) {
  const { state, vetters, comments, content } = report
  if (state !== 'returned') return null
  const known = new Set(content?.sections.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)))
  const general = comments.filter(({ paragraph }) => paragraph === undefined || !known.has(paragraph))
  return (
    <Alert
      className="report-returned"
      type="warning"
      showIcon
      title="报告已退回，请修改后重新上报"
      description={
        <>
          <ul className="bare">
            {vetters
              .filter(({ reason }) => reason !== undefined)
              .map(({ vetter, name, reason }) => (
                <li key={vetter}>
                  <strong>{name}：</strong>
                  {reason}
                </li>
              ))}
          </ul>
          {comments.length > general.length && (
            <p>另有{comments.length - general.length}条批注，写在所批的段落下面。</p>
          )}
          <CommentList of={general} quoted />
        </>
      }
    />
  )
}

function describeState({ state, due, today, secretary }: Report): string {
  const day =
    due === undefined
      ? undefined
      : `${printDay(due)}前上报${today > due ? '（已过期限，仍可上报，记为迟报）' : ''}`
  return [secretary, reportStateNames[state], day].filter(part => part !== undefined).join('；')
}
