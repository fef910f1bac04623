/** The values of refusals on debrief reports (述职报告的拒绝). */
export interface ReportsRefusalValues {
  readonly reportEmpty: Readonly<Record<string, never>>
  readonly reportOverLimit: { readonly words: number; readonly limit: number; readonly over: number }
  readonly reportShareReason: { readonly outside: string }
  readonly reportNotDeclared: Readonly<Record<string, never>>
  readonly reportLocked: { readonly state: string }
  readonly reportNotVetted: { readonly state: string }
  readonly reportSignedAlready: Readonly<Record<string, never>>
  readonly reportReturnReason: Readonly<Record<string, never>>
  readonly reportArrivesLater: { readonly day: string }
}
