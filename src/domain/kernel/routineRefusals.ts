/** 日常管理的拒绝. */
export interface RoutineRefusalValues {
  readonly noBoard: { readonly unit: string }
  readonly boardLocked: { readonly state: string }
  readonly quotaFull: {
    readonly grade: string
    readonly places: number
    readonly unit: string
    readonly by: string
    readonly at: string
  }
  readonly overQuota: { readonly grade: string; readonly places: number; readonly given: number }
  readonly notOnBoard: { readonly unit: string; readonly lead: string }
  readonly gradesOwnUnit: { readonly unit: string }
  readonly noSuchGrade: { readonly grade: string; readonly known: string }
  readonly boardIncomplete: { readonly ungraded: string; readonly unreasoned: string }
  readonly boardNotSubmitted: { readonly state: string }
  readonly boardOutdated: { readonly joined: string; readonly left: string }
  readonly noSuchFault: { readonly counter: string; readonly known: string }
  readonly faultRepeated: { readonly unit: string; readonly fault: string; readonly occasion: string }
  readonly faultsExclude: { readonly unit: string; readonly one: string; readonly other: string }
  readonly recordsOwnUnit: { readonly unit: string }
  readonly recordWithdrawn: { readonly by: string; readonly at: string }
  readonly occasionOutsideYear: { readonly day: string; readonly year: number }
  readonly occasionInFuture: { readonly day: string }
  readonly notLeadDuty: { readonly rule: string }
}
