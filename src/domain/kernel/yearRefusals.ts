/** Refusals of years, seals and corrections (年度、封存、更正). Phases are given by their Chinese names. */
export interface YearRefusalValues {
  // the year
  readonly yearExists: { readonly year: number }
  readonly versionInUse: { readonly title: string; readonly number: number }
  readonly factsUnfitForVersion: { readonly total: number; readonly faults: string }
  readonly noRosterBefore: { readonly year: number }
  readonly phaseMovedMeanwhile: { readonly phase: string }
  readonly phaseWaitsForCorrection: Readonly<Record<string, never>>
  readonly phaseWaitsForRelease: { readonly phase: string }
  readonly phaseByDeed: { readonly phase: string }
  readonly phaseOutOfReach: { readonly from: string; readonly to: string }
  readonly phaseNeedsReason: {
    readonly from: string
    readonly to: string
    readonly why: 'back' | 'skips' | 'early'
  }
  // the seal
  readonly yearSealed: { readonly phase: string }
  readonly sealNotYet: { readonly phase: string; readonly needed: string }
  readonly sealBlocked: { readonly total: number; readonly checks: string }
  readonly nothingToJudge: { readonly phase: string }
  readonly sealNotLatest: { readonly seal: number; readonly latest: number }
  readonly notSealed: { readonly phase: string }
  readonly notApproved: { readonly phase: string }
  readonly alreadyReleased: Readonly<Record<string, never>>
  readonly alreadyCorrecting: { readonly reason: string }
  readonly notCorrecting: Readonly<Record<string, never>>
  readonly correctionChanged: Readonly<Record<string, never>>
}
