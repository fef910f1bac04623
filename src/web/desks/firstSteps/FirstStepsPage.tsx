import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { InstitutionForm } from './InstitutionForm.tsx'
import { StepList } from './StepList.tsx'

/** Lists the first steps of an empty installation, in order, with what is already done; once all are, the name and the address of the office. */
export function FirstStepsPage() {
  return (
    <AnsweredPage title="本单位" of={useAnswer('GET /api/installation', {})}>
      {installation => {
        const left = installation.steps.filter(step => !step.done).length
        return left === 0 ? (
          <>
            <PageHead
              title="本单位"
              state={
                <>
                  {installation.institution}；访问网址：
                  <span translate="no">{installation.address || '没有填写'}</span>
                </>
              }
            />
            <InstitutionForm of={installation} />
          </>
        ) : (
          <>
            <PageHead title="首次使用" state={`共${installation.steps.length}步，还有${left}步。`} />
            <StepList of={installation} />
          </>
        )
      }}
    </AnsweredPage>
  )
}
