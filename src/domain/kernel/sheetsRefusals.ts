/** Refusals of inspection sheets (核查表). */
export interface SheetsRefusalValues {
  readonly sheetNotYours: { readonly unit: string }
  readonly sheetOwnUnit: { readonly unit: string }
  readonly sheetTaskClosed: { readonly unit: string }
  readonly sheetPhotosMissing: { readonly count: number }
  readonly sheetSentOtherwise: { readonly at: string }
  readonly sheetInFuture: { readonly day: string }
  readonly sheetFaulty: { readonly faults: string }
  readonly sheetSignedAlready: Readonly<Record<never, never>>
  readonly sheetNotSigned: Readonly<Record<never, never>>
  readonly sheetNotInForce: Readonly<Record<never, never>>
  readonly sheetNotDoubled: Readonly<Record<never, never>>
  readonly replyPastDue: { readonly due: string }
  readonly objectionReasonMissing: Readonly<Record<never, never>>
  readonly findingDecided: Readonly<Record<never, never>>
  readonly findingNotObjected: Readonly<Record<never, never>>
  readonly findingFactGone: Readonly<Record<never, never>>
  readonly findingUnchanged: Readonly<Record<never, never>>
  readonly ownFindings: Readonly<Record<never, never>>
}
