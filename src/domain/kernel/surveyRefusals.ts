/** The values of refusals on surveys that the domain itself gives (民意调查的拒绝). */
export interface SurveyRefusalValues {
  readonly surveyStep: { readonly step: string; readonly stage: string }
  readonly surveyDays: { readonly begins: string; readonly ends: string; readonly deleteOn: string }
  readonly surveyHours: Readonly<Record<string, never>>
  readonly questionnaireFault: { readonly fault: string }
  readonly phoneNumberWrong: { readonly number: string }
  readonly batchSmall: { readonly answers: number; readonly least: number }
  readonly batchLeavesFew: { readonly answers: number; readonly least: number }
}
