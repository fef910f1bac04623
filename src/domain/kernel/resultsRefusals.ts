/** 结果、试算、录入事实、结果运用、后台任务的拒绝. */
export interface ResultsRefusalValues {
  readonly cannotScore: { readonly reasons: string }
  readonly unitNotAppraised: { readonly unit: string }
  readonly factFaulty: { readonly faults: string }
  readonly whatIfUnknownFact: { readonly count: number }
  readonly whatIfSchemeFaulty: { readonly total: number; readonly faults: string }
  readonly whatIfEmpty: Readonly<Record<string, never>>
  readonly noticeNotYet: { readonly why: string }
  readonly noticeNotDue: { readonly unit: string; readonly name: string }
  readonly noticeAlreadyServed: { readonly by: string; readonly on: string }
  readonly noticeNotServed: Readonly<Record<string, never>>
  readonly noticeAlreadyReplied: { readonly by: string; readonly on: string }
  readonly servedInFuture: { readonly day: string }
  readonly jobNotDone: { readonly state: string }
  readonly jobExpired: Readonly<Record<string, never>>
  readonly tooManyJobs: { readonly most: number }
}
