/** The values of refusals on publications that the domain itself gives (公示的拒绝). */
export interface PublishRefusalValues {
  readonly publicationReleased: Readonly<Record<never, never>>
  readonly publicationUnplanned: Readonly<Record<never, never>>
  readonly publicationUnreleased: Readonly<Record<never, never>>
  readonly publicationPast: { readonly day: string }
  readonly publicationBegun: { readonly day: string }
  readonly publicationNotLonger: { readonly day: string }
  readonly publicationEmpty: Readonly<Record<never, never>>
  readonly publicationTooLong: { readonly day: string }
  readonly publicationDaysTurned: { readonly from: string; readonly to: string }
}
