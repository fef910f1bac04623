import type { Action } from '../../../contract/access/actions.ts'
import type { SurveyStep } from '../../../domain/campaign/survey/surveyState.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import type { Survey } from './surveyTypes.ts'

/** What somebody has to be allowed for each step. */
const ACTIONS: Readonly<Record<SurveyStep, Action>> = {
  plan: 'commissionSurveys',
  entrust: 'commissionSurveys',
  accept: 'commissionSurveys',
  return: 'commissionSurveys',
  takeBack: 'commissionSurveys',
  ask: 'editQuestionnaire',
  list: 'conductSurveys',
  draw: 'conductSurveys',
  call: 'conductSurveys',
  supervise: 'conductSurveys',
  close: 'conductSurveys',
  separate: 'conductSurveys',
  import: 'deliverSurveys',
  handOver: 'deliverSurveys',
}

/** Steps that enter figures of the year or take them back. */
const ENTERED: ReadonlySet<SurveyStep> = new Set(['accept', 'takeBack'])

/** Returns whether the reader may take a step of a survey now: it is time for it, and it is theirs. */
export function useSteps(survey: Survey): (step: SurveyStep) => boolean {
  const may = useMay()
  const { isSealed } = useYear()
  return step =>
    may(ACTIONS[step]) &&
    !(isSealed && ENTERED.has(step)) &&
    survey.steps.some(one => one.step === step && one.may)
}
