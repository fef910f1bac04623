import { wordsFor } from '../../../../domain/campaign/survey/questionnaire.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { addressOfSurvey, type SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'

/** Shows the questions of the questionnaire; the surveyor edits it until the first call. */
export function QuestionnaireStep({ year, survey }: SurveyProps) {
  const { questionnaire, pinned } = survey
  const mayEdit = useSteps(survey)('ask')
  return (
    <>
      <ol className="survey-questions">
        {questionnaire.questions.map(({ id, text }) => (
          <li key={id}>{wordsFor(text, '该单位')}</li>
        ))}
      </ol>
      {pinned && <p className="soft">第一次拨打以后，问卷不再改。</p>}
      <LinkButton to={`${addressOfSurvey(year, survey.id)}/questionnaire`}>
        {mayEdit ? '编制问卷' : '看问卷'}
      </LinkButton>
    </>
  )
}
