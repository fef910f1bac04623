import { handOverFields } from '../../../../contract/survey/surveyFields.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { addressOfSurvey, type SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'

/** Leads to the results, and hands them over with the note on how they were gained. */
export function HandOverStep({ year, survey }: SurveyProps) {
  const may = useMay()
  const mayHandOver = useSteps(survey)('handOver')
  // Those who neither conducted nor commissioned the survey see its results once they are handed over.
  const isOwn = may('commissionSurveys') || may('deliverSurveys')
  const mayRead = may('readSurveyResults') && (isOwn || ['handedOver', 'accepted'].includes(survey.stage))
  return (
    <>
      {survey.returned !== undefined && (
        <p className="bad" role="alert">
          退回理由：{survey.returned}
        </p>
      )}
      {mayRead && (
        <p>
          <LinkButton to={`${addressOfSurvey(year, survey.id)}/results`}>看调查结果</LinkButton>
        </p>
      )}
      {mayHandOver ? (
        <HandOver year={year} survey={survey} />
      ) : (
        <p className={survey.method === '' ? 'soft' : 'survey-method'}>
          {survey.method || '调查方移交以后，在这里看结果和调查方法说明。'}
        </p>
      )}
    </>
  )
}

function HandOver({ year, survey }: SurveyProps) {
  const act = useAct('POST /api/years/:year/surveys/:survey/hand-over', { done: '结果已移交' })
  const form = useForm(handOverFields, {
    start: { method: survey.method },
    keep: `survey.method.${survey.id}`,
    acts: [act],
    send: sent =>
      act.run({ params: { year, survey: survey.id }, body: { revision: survey.revision, ...sent } }),
  })
  return <InlineForm form={form} className="hand-over" label="移交结果" confirm="移交结果" />
}
