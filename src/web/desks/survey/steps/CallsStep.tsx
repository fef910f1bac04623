import { useAct } from '../../../client/useAct.ts'
import { useMay } from '../../../client/useMay.ts'
import { Link } from '@tanstack/react-router'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import { addressOfSurvey, type SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'
import { StepAct } from './StepAct.tsx'

/** Shows how many interviews there are, leads the supervisor to the calls, and closes them. */
export function CallsStep({ year, survey }: SurveyProps) {
  const may = useMay()
  const steps = useSteps(survey)
  const close = useAct('POST /api/years/:year/surveys/:survey/close', { done: '访问已结束' })
  return (
    <>
      <ProgressLine label="完成份数" done={survey.answers} total={survey.planned} />
      {steps('call') && survey.answers === 0 && (
        <p className="soft">
          访问员各用自己的账号拨打；还没有账号的，<Link to="/accounts">去开设访问员账号</Link>。
        </p>
      )}
      <div className="step-acts">
        {may('conductSurveys') ? (
          <div className="step-act">
            <LinkButton type="primary" to={`${addressOfSurvey(year, survey.id)}/calls`}>
              督导访问
            </LinkButton>
          </div>
        ) : (
          <p className="soft">由调查方组织访问；答卷与受访人分离以后移交结果。</p>
        )}
        {steps('close') && (
          <StepAct
            plain
            text="结束全部访问"
            what="结束以后不再拨打，没有完成的个案不再访问。"
            act={close}
            onDo={() =>
              close.run({ params: { year, survey: survey.id }, body: { revision: survey.revision } })
            }
          />
        )}
      </div>
    </>
  )
}
