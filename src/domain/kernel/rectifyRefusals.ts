/** The values of refusals on problems and their rectification (整改的拒绝). */
export interface RectifyRefusalValues {
  readonly problemLocked: { readonly state: string }
  readonly problemOwnReview: Readonly<Record<string, never>>
  readonly problemSignedAlready: Readonly<Record<string, never>>
  readonly problemNotReceived: Readonly<Record<string, never>>
  readonly problemObjectedAlready: Readonly<Record<string, never>>
  readonly problemObjectionLate: { readonly day: string }
  readonly problemObjectionOpen: Readonly<Record<string, never>>
  readonly problemPlanIncomplete: { readonly lacks: string; readonly problem?: string }
  readonly problemDeadlinePast: { readonly day: string; readonly problem?: string }
  readonly deadlineFar: { readonly day: string; readonly problem?: string }
  readonly problemExtensionOpen: { readonly day: string }
  readonly problemExtensionEarlier: { readonly day: string }
  readonly problemOwnCheck: Readonly<Record<string, never>>
}
