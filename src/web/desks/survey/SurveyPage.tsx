import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { surveyStageNames } from '../../../domain/campaign/survey/surveyState.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { StepList } from '../../kit/StepList.tsx'
import { CallsStep } from './steps/CallsStep.tsx'
import { CommissionStep } from './steps/CommissionStep.tsx'
import { DecisionStep } from './steps/DecisionStep.tsx'
import { FileStep } from './steps/FileStep.tsx'
import { FrameStep } from './steps/FrameStep.tsx'
import { HandOverStep } from './steps/HandOverStep.tsx'
import { NumbersStep } from './steps/NumbersStep.tsx'
import { QuestionnaireStep } from './steps/QuestionnaireStep.tsx'
import { type SurveyPartId, surveySteps } from './surveySteps.ts'
import type { Survey, SurveyProps } from './surveyTypes.ts'
import './survey.css'

/** What each step shows. */
const CONTENTS: Readonly<Record<SurveyPartId, ComponentType<SurveyProps>>> = {
  commission: CommissionStep,
  questionnaire: QuestionnaireStep,
  frame: FrameStep,
  calls: CallsStep,
  file: FileStep,
  handOver: HandOverStep,
  decision: DecisionStep,
  numbers: NumbersStep,
}

/** Shows one survey (民意调查) as its steps, from the commission to the result accepted; the steps at hand are open. (四（三）) */
export function SurveyPage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params: { year, survey } })
  return (
    <AnsweredPage title="民意调查" of={of}>
      {answer => (
        <>
          <PageHead title={answer.title} state={standing(answer)} />
          <StepList steps={surveySteps(answer)}>
            {({ id }) => {
              const Content = CONTENTS[id]
              return <Content year={year!} survey={answer} />
            }}
          </StepList>
        </>
      )}
    </AnsweredPage>
  )
}

function standing({ stage, begins, ends, surveyor }: Survey): string {
  return [surveyStageNames[stage], `${printDay(begins)}至${printDay(ends)}`, surveyor].join('；')
}
