/** 导入的拒绝. */
export interface IntakeRefusalValues {
  readonly intakeNotReady: { readonly state: string }
  readonly intakeSettled: { readonly state: string; readonly by: string; readonly at: string }
  readonly intakeOutdated: { readonly year: number }
  readonly intakeReplanned: Readonly<Record<string, never>>
  readonly intakeHasRefused: { readonly refused: number; readonly accepted: number }
  readonly intakeBlocked: { readonly total: number; readonly blockers: string }
  readonly intakeNothingNew: Readonly<Record<string, never>>
  readonly intakeUnreadable: { readonly reference: string }
  readonly intakeTooLarge: Readonly<Record<string, never>>
}
