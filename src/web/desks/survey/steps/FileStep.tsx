import { LinkButton } from '../../../kit/LinkButton.tsx'
import { addressOfSurvey, type SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'

/** Leads to the import of the bureau's file. */
export function FileStep({ year, survey }: SurveyProps) {
  const may = useSteps(survey)
  return (
    <>
      {survey.answers > 0 && (
        <p>
          已收{survey.answers}份{may('import') && '；再导入的，代替原来的'}。
        </p>
      )}
      {may('import') ? (
        <LinkButton
          type={survey.answers === 0 ? 'primary' : 'default'}
          to={`${addressOfSurvey(year, survey.id)}/file`}
        >
          导入结果文件
        </LinkButton>
      ) : (
        survey.stage === 'drafted' && <p className="soft">委托以后由调查方导入结果文件。</p>
      )}
    </>
  )
}
