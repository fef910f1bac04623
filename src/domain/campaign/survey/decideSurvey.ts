import { refuse, type Refusal } from '../../kernel/refusal.ts'
import {
  type SurveyStage,
  surveyStageNames,
  type SurveyStep,
  surveyStepNames,
  type SurveyWay,
} from './surveyState.ts'

/** The stages in which each step may be taken, by the way the answers come. */
const WHEN: Readonly<Record<SurveyStep, readonly (SurveyStage | `${SurveyWay}:${SurveyStage}`)[]>> = {
  plan: ['drafted', 'commissioned', 'drawn', 'calling'],
  entrust: ['drafted'],
  ask: ['drafted', 'commissioned', 'drawn', 'file:returned'],
  list: ['calls:commissioned'],
  draw: ['calls:commissioned'],
  call: ['drawn', 'calling'],
  supervise: ['drawn', 'calling', 'closed'],
  close: ['drawn', 'calling'],
  separate: ['calling', 'closed'],
  import: ['file:commissioned', 'file:returned'],
  handOver: ['separated', 'file:commissioned', 'returned'],
  accept: ['handedOver'],
  return: ['handedOver'],
  takeBack: ['accepted'],
}

/** The stage that a step leads to; other steps stay. `separate` leads on only with the last batch. */
const TO: Partial<Record<SurveyStep, SurveyStage>> = {
  entrust: 'commissioned',
  draw: 'drawn',
  call: 'calling',
  close: 'closed',
  handOver: 'handedOver',
  accept: 'accepted',
  return: 'returned',
  takeBack: 'handedOver',
}

/** Decides a step of a survey (民意调查的步骤): returns the stage after it, or a refusal. `surveyStep`. (四（三）) */
export function decideSurvey(
  { stage, way }: { readonly stage: SurveyStage; readonly way: SurveyWay },
  step: SurveyStep,
): SurveyStage | Refusal {
  return WHEN[step].some(one => one === stage || one === `${way}:${stage}`)
    ? (TO[step] ?? stage)
    : refuse('surveyStep', { step: surveyStepNames[step], stage: surveyStageNames[stage] })
}
