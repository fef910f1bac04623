/** The values of refusals on what follows a consequence (结果运用的落实). */
export interface FollowUpRefusalValues {
  readonly followUpLocked: { readonly state: string }
  readonly followUpDayBefore: { readonly day: string }
  readonly followUpStepDone: { readonly step: string }
}
