import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useSaveFile } from '../../client/useSaveFile.ts'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import { reportStateNames } from '../../../domain/campaign/report/reportState.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { CommentForm } from './CommentForm.tsx'
import { CommentList } from './CommentList.tsx'
import { CopiesPart } from './CopiesPart.tsx'
import { FlagList } from './FlagList.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'
import { ReportText } from './ReportText.tsx'
import type { Report, ReportContent } from './reportTypes.ts'
import { SlidesLine } from './SlidesPart.tsx'
import { VersionsPart } from './VersionsPart.tsx'
import { VettersPart } from './VettersPart.tsx'
import { WaiverPart } from './WaiverPart.tsx'

/** Shows a report to those who read and vet it: the text with comments, beside it the checklist. (六（二）, 六（三）) */
export function ReadingView({ report }: { readonly report: Report }) {
  const { year, unit, unitName, content, mayTakeIn } = report
  const may = useMay()
  const ownOnly = useSeesOwnOnly()
  const word = useSaveFile('GET /api/years/:year/units/:unit/report/report.docx')
  return (
    <div className="report">
      <PageHead
        title={`${unitName}：述职报告`}
        state={describeState(report)}
        actions={
          <>
            {!ownOnly && <LinkButton to={`/${year}/reports`}>返回清单</LinkButton>}
            {mayTakeIn && may('receiveReports') && (
              <LinkButton to={`/${year}/reports/${unit}/takeIn`}>代收述职报告</LinkButton>
            )}
            {content !== undefined && (
              <Button
                icon={<DownloadOutlined />}
                loading={word.busy}
                onClick={() => word.save({ params: { year, unit }, query: {} })}
              >
                下载 Word
              </Button>
            )}
          </>
        }
      />
      {content === undefined ? <Nothing report={report} /> : <Shown report={report} content={content} />}
    </div>
  )
}

function Shown({ report, content }: { readonly report: Report; readonly content: ReportContent }) {
  const { year, unit, terms, comments, handedIn, slides } = report
  const measure = useMemo(() => measureReport(terms, content), [terms, content])
  const at = { year, unit }
  const known = new Set(content.sections.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)))
  const general = comments.filter(({ paragraph }) => paragraph === undefined || !known.has(paragraph))
  return (
    <div className="report-columns">
      <div>
        {handedIn?.behalf !== undefined && (
          <Alert type="info" showIcon title={`代收：${handedIn.behalf}，${printDay(handedIn.on)}收到`} />
        )}
        <ReportText
          terms={terms}
          content={content}
          below={paragraph => (
            <>
              <CommentList of={comments.filter(one => one.paragraph === paragraph)} at={at} />
              <CommentForm report={report} paragraph={paragraph} />
            </>
          )}
        />
        <section className="report-general" aria-label="对全文的批注">
          <CommentList of={general} at={at} quoted />
          <CommentForm report={report} />
        </section>
      </div>
      <aside className="report-aside" aria-label="审核要看的">
        <VettersPart report={report} />
        <MeasurePanel terms={terms} measure={measure} waived={report.waiver !== undefined} />
        {handedIn !== undefined && handedIn.shareReason !== '' && (
          <p>
            <strong>篇幅比例的说明：</strong>
            {handedIn.shareReason}
          </p>
        )}
        <WaiverPart report={report} />
        <FlagList terms={terms} content={content} />
        {terms.slides && (
          <>
            <h2>演示文稿</h2>
            <SlidesLine at={at} slides={slides} minutes={terms.minutes} />
          </>
        )}
        <CopiesPart at={at} revision={report.revision} />
        <VersionsPart report={report} />
        <History of={report.history} />
      </aside>
    </div>
  )
}

function Nothing({ report }: { readonly report: Report }) {
  const { state, secretary, due } = report
  return (
    <>
      <EmptyState
        title={state === 'returned' ? '已退回，书记正在修改' : '还没有上报'}
        what={`${secretary ?? '书记'}上报后，报告显示在这里${due === undefined ? '' : `；上报期限是${printDay(due)}`}。`}
      />
      <div className="report-narrow">
        <VettersPart report={report} />
        <WaiverPart report={report} />
        <VersionsPart report={report} />
        <History of={report.history} />
      </div>
    </>
  )
}

/** Lists what was done with the report. */
function History({ of }: { readonly of: Report['history'] }) {
  if (of.length === 0) return null
  return (
    <>
      <h2>经过</h2>
      <ol className="report-history bare">
        {of.map((step, nth) => (
          <li key={nth}>
            <span className="soft">
              <ChineseDate of={step.at} /> {step.by}
            </span>
            <br />
            {step.what}
          </li>
        ))}
      </ol>
    </>
  )
}

function describeState({ state, handedIn, secretary, due, today }: Report): string {
  const parts = [secretary, reportStateNames[state]]
  if (handedIn !== undefined)
    parts.push(`第${handedIn.nth}稿，${printDay(handedIn.on)}上报${handedIn.late ? '（迟报）' : ''}`)
  else if (due !== undefined) parts.push(`${printDay(due)}前上报${today > due ? '（已过期限）' : ''}`)
  return parts.filter(part => part !== undefined).join('；')
}
