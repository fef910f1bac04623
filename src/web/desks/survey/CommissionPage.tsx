import { useParams } from '@tanstack/react-router'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { CommissionForm } from './CommissionForm.tsx'
import { startOf } from './startOf.ts'
import { addressOfSurvey } from './surveyTypes.ts'

/** Edits the commission (委托) of a survey, or drafts one. */
export function CommissionPage() {
  const { survey } = useParams({ strict: false }) as { readonly survey?: string }
  return survey === undefined ? <New /> : <Edit survey={survey} />
}

function New() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/surveys', { params: { year } })
  return (
    <AnsweredPage title="拟民意调查委托" of={of}>
      {({ components, today }) => (
        <>
          <PageHead
            title="拟民意调查委托"
            actions={<BackLink to={`/${year!}/surveys`}>返回民意调查</BackLink>}
          />
          {components.length === 0 ? (
            <EmptyState
              title="不能拟委托"
              what="本年度的方案没有用民意调查计分的考核项目，先在方案中补上。"
              next={<LinkButton to={`/${year!}/scheme`}>查看本年度方案</LinkButton>}
            />
          ) : (
            <CommissionForm year={year!} components={components} start={startOf(year!, today)} />
          )}
        </>
      )}
    </AnsweredPage>
  )
}

function Edit({ survey }: { readonly survey: string }) {
  const { year } = useYear()
  const may = useMay()
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params: { year, survey } })
  return (
    <AnsweredPage title="修改委托" of={of}>
      {answer => (
        <>
          <PageHead
            title="修改委托"
            state={answer.title}
            actions={<BackLink to={addressOfSurvey(year!, survey)}>返回调查</BackLink>}
          />
          {may('commissionSurveys') && answer.steps.some(({ step, may: now }) => step === 'plan' && now) ? (
            <CommissionForm
              year={year!}
              components={[answer.scheme]}
              start={answer.commission}
              survey={answer}
            />
          ) : (
            <EmptyState
              title="现在不能修改委托"
              what="委托由组织考核者修改，访问结束以后不再改。委托的内容在调查这一页的第一步。"
            />
          )}
        </>
      )}
    </AnsweredPage>
  )
}
