import { Button } from 'antd'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { takeInFields } from '../../../contract/reports/reportsFields.ts'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { useDraft } from '../../kit/useDraft.ts'
import { isBlank, wholeContent } from './editContent.ts'
import { ContentEditor } from './ContentEditor.tsx'
import { FillPart } from './FillPart.tsx'
import { MeasurePanel } from './MeasurePanel.tsx'
import type { Report, ReportComment, ReportContent } from './reportTypes.ts'
import { SlidesUpload } from './SlidesUpload.tsx'
import './reports.css'

/** Takes in a report that came by mail, on a stick or on paper, on the secretary's behalf: marked so, with the day it arrived. (六（三）) */
export function TakeInPage() {
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/units/:unit/report', { params: { year, unit } })
  return (
    <AnsweredPage title="代收述职报告" of={answer}>
      {of => {
        const report = of as Report
        return report.mayTakeIn ? <TakeIn key={unit} report={report} /> : <Closed report={report} />
      }}
    </AnsweredPage>
  )
}

function Closed({ report: { year, unit, unitName } }: { readonly report: Report }) {
  return (
    <>
      <PageHead title={`${unitName}：代收述职报告`} />
      <EmptyState
        title="现在不用代收"
        what="报告已经上报，或不归您代收。"
        next={<LinkButton to={`/${year}/reports/${unit}`}>查看述职报告</LinkButton>}
      />
    </>
  )
}

const NONE: readonly ReportComment[] = []

interface Kept {
  readonly content?: ReportContent
  readonly slides?: { readonly file: string; readonly name: string }
}

function TakeIn({ report }: { readonly report: Report }) {
  const { year, unit, unitName, terms, today } = report
  const navigate = useNavigate()
  const blank = useMemo(() => wholeContent(terms, undefined, '述职报告'), [terms])
  const kept = useDraft<Kept>(`report takeIn ${year} ${unit}`, {})
  const content = kept.value.content ?? blank
  const { slides } = kept.value
  const change = (next: ReportContent): void => kept.change({ content: next })
  const measured = useDeferredValue(content)
  const measure = useMemo(() => measureReport(terms, measured), [terms, measured])
  const act = useAct('POST /api/years/:year/units/:unit/report/take-in', { done: '已代收，转入审核' })
  const outside = measure.shares.some(({ isInside }) => !isInside)
  const form = useForm(
    { ...takeInFields, arrivedOn: { ...takeInFields.arrivedOn, until: today } },
    {
      keep: `report takeIn form ${year} ${unit}`,
      start: { how: 'mail', arrivedOn: today },
      hidden: () => [
        ...(outside ? [] : ['shareReason' as const]),
        ...(measure.standing === 'above' ? [] : ['overLimitReason' as const]),
      ],
      acts: [act],
      refusedAt: { reportShareReason: 'shareReason', reportOverLimit: 'overLimitReason' },
      send: sent =>
        act.run({ params: { year, unit }, body: { ...sent, content, slides, revision: report.revision } }),
      after: async () => {
        kept.drop()
        await navigate({ to: `/${year}/reports/${unit}` })
      },
    },
  )
  return (
    <div className="report">
      <PageHead
        title={`${unitName}：代收述职报告`}
        state="报告不经系统送来的，在这里代为登记，注明代收和收到日期；以收到日期计是否按时。"
        actions={<LinkButton to={`/${year}/reports/${unit}`}>返回</LinkButton>}
      />
      <div className="report-columns">
        <div>
          <FillPart
            year={year}
            terms={terms}
            isBlank={isBlank(content)}
            onFill={async next => {
              change(wholeContent(terms, next, next.title))
              return true
            }}
          />
          <ContentEditor terms={terms} content={content} comments={NONE} today={today} onChange={change} />
        </div>
        <aside className="report-aside" aria-label="登记">
          <InlineForm
            form={form}
            confirm="登记代收"
            className="report-take-in"
            label="代收登记"
            disabled={isBlank(content)}
          />
          {terms.slides && (
            <section aria-label="演示文稿">
              <h2>演示文稿</h2>
              {slides === undefined ? (
                <SlidesUpload busy={act.busy} onSent={sent => kept.change({ slides: sent })} />
              ) : (
                <p>
                  {slides.name}
                  <Button type="link" size="small" onClick={() => kept.change({ slides: undefined })}>
                    取下
                  </Button>
                </p>
              )}
            </section>
          )}
          <MeasurePanel terms={terms} measure={measure} />
        </aside>
      </div>
    </div>
  )
}
