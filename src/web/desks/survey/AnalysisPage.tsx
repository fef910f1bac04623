import { DownloadOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { call } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { JobLines } from '../../kit/JobLines.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import { useMakeFile } from '../../kit/useMakeFile.ts'
import { Disagreements } from './analysis/Disagreements.tsx'
import { HeatMap } from './analysis/HeatMap.tsx'
import { OpenAnswers } from './analysis/OpenAnswers.tsx'
import { QuestionTables } from './analysis/QuestionTables.tsx'
import { UnitFigures } from './analysis/UnitFigures.tsx'
import { addressOfSurvey, type Analysis, type SurveyProps } from './surveyTypes.ts'
import './survey.css'

/** Analyses the answers of a survey (民意调查分析): units, questions, open answers, and where other results disagree. (三（二）3) */
export function AnalysisPage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const params = { year, survey }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params })
  const analysis = useAnswer('GET /api/years/:year/surveys/:survey/analysis', { params })
  return (
    <AnsweredPage title="民意调查结果" of={of}>
      {answer => (
        <AnsweredPage title="民意调查结果" of={analysis}>
          {found => <Shown year={year!} survey={answer} analysis={found} />}
        </AnsweredPage>
      )}
    </AnsweredPage>
  )
}

function Shown({ year, survey, analysis }: SurveyProps & { readonly analysis: Analysis }) {
  const answers = analysis.units.reduce((sum, { valid }) => sum + valid, 0)
  const params = { year, survey: survey.id }
  const report = useAct('POST /api/years/:year/surveys/:survey/report', { refresh: ['GET /api/jobs'] })
  const made = useMakeFile(report)
  const back = <BackLink to={addressOfSurvey(year, survey.id)}>返回调查</BackLink>
  if (answers === 0)
    return (
      <>
        <PageHead title="民意调查结果" actions={back} />
        <EmptyState
          title="还没有可以看的结果"
          what={
            survey.way === 'calls'
              ? '答卷与受访人分离以后，在这里看各单位的结果。'
              : '导入结果文件以后，在这里看各单位的结果。'
          }
        />
      </>
    )
  const { mean, units, disagreements } = analysis
  const over = units.filter(one => one.chance === 'over').length
  const under = units.filter(one => one.chance === 'under').length
  return (
    <>
      <PageHead
        title="民意调查结果"
        state={[
          `收到${survey.answers}份答卷，其中${answers}份计分`,
          ...(mean === undefined
            ? ['各单位的答卷都不足，不计算得分']
            : [
                `平均${mean.toFixed(2)}分`,
                over + under === 0
                  ? '没有单位明显高于或低于平均'
                  : `明显高于平均${over}个单位，明显低于平均${under}个单位`,
              ]),
        ].join('；')}
        actions={
          <>
            {back}
            <SaveAs
              text="导出表格"
              fetch={() => call('GET /api/years/:year/surveys/:survey/results.xlsx', { params })}
            />
            <Button
              icon={<DownloadOutlined aria-hidden />}
              loading={made.busy}
              onClick={async () => made.take(await report.run({ params, body: {} }))}
            >
              {made.label('分析报告')}
            </Button>
          </>
        }
      />
      <JobLines year={year} kinds={['surveyReport']} />
      <UnitFigures analysis={analysis} />
      <HeatMap analysis={analysis} />
      <QuestionTables analysis={analysis} />
      {disagreements.length > 0 && <Disagreements analysis={analysis} />}
      <OpenAnswers year={year} survey={survey} least={analysis.least} />
    </>
  )
}
