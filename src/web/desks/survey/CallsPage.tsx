import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import { CallBacks } from './calls/CallBacks.tsx'
import { InterviewersTable } from './calls/InterviewersTable.tsx'
import { QuotaPart } from './calls/QuotaPart.tsx'
import { RatesPart } from './calls/RatesPart.tsx'
import { addressOfSurvey, type Progress, type SurveyProps } from './surveyTypes.ts'
import './survey.css'

/** Seconds after which the figures are read again. */
const EVERY = 15

/** The supervisor's desk: quota, rates, interviewers and call-backs, of this moment. */
export function CallsPage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const params = { year, survey }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params })
  const progress = useAnswer('GET /api/years/:year/surveys/:survey/progress', { params })
  const { refetch } = progress
  useEffect(() => {
    const timer = setInterval(() => void refetch(), EVERY * 1000)
    return () => clearInterval(timer)
  }, [refetch])
  return (
    <AnsweredPage title="督导访问" of={of}>
      {answer => (
        <AnsweredPage title="督导访问" of={progress}>
          {now => <Shown year={year!} survey={answer} progress={now} />}
        </AnsweredPage>
      )}
    </AnsweredPage>
  )
}

function Shown({ year, survey, progress }: SurveyProps & { readonly progress: Progress }) {
  const { quota, interviewers, quiet } = progress
  // Until the sample is drawn there is nothing to call; a bureau with its own system never draws one here.
  const isDrawn = survey.draw !== undefined
  const answers = quota.reduce((sum, row) => sum + row.answers, 0)
  const atWork = interviewers.filter(one => one.atWork).length
  return (
    <>
      <PageHead
        title="督导访问"
        actions={
          <>
            <BackLink to={addressOfSurvey(year, survey.id)}>返回调查</BackLink>
            {isDrawn && (
              <SaveAs
                text="导出表格"
                fetch={() =>
                  call('GET /api/years/:year/surveys/:survey/calls.xlsx', {
                    params: { year, survey: survey.id },
                  })
                }
              />
            )}
            {survey.stage === 'separated' && (
              <LinkButton type="primary" to={addressOfSurvey(year, survey.id)}>
                去移交结果
              </LinkButton>
            )}
          </>
        }
        state={
          isDrawn
            ? `完成${answers}份，计划${survey.planned}份；${atWork}名访问员在线${quiet ? '；现在不在拨打时段' : ''}；每${EVERY}秒更新`
            : survey.title
        }
      />
      {!isDrawn ? (
        <EmptyState
          title={survey.way === 'file' ? '这项调查不在这里访问' : '还没有样本'}
          what={
            survey.way === 'file'
              ? '调查方用自有系统访问，在调查页导入结果文件。'
              : '导入样本框并抽样以后，在这里督导访问。'
          }
          next={
            <LinkButton type="primary" to={addressOfSurvey(year, survey.id)}>
              {survey.way === 'file' ? '去调查页' : '去导入样本框'}
            </LinkButton>
          }
        />
      ) : (
        <>
          <QuotaPart year={year} survey={survey} quota={quota} />
          <RatesPart progress={progress} />
          <InterviewersTable interviewers={interviewers} />
          <CallBacks year={year} survey={survey} />
        </>
      )}
    </>
  )
}
