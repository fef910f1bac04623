/** 名册编辑的拒绝. `faults` are the sentences of what is wrong, `total` how many there are. */
export interface RosterRefusalValues {
  readonly yearWithoutScheme: { readonly year: number }
  readonly rosterFaulty: { readonly total: number; readonly faults: string }
  readonly rosterNotEmpty: { readonly year: number; readonly total: number }
  readonly unitUnchanged: { readonly unit: string }
  readonly unitIdFixed: { readonly unit: string }
  readonly renameToSame: { readonly name: string }
  readonly renameBeforeLast: { readonly name: string; readonly until: string }
  readonly mergeIntoItself: { readonly unit: string }
  readonly unitAlreadyClosed: { readonly unit: string; readonly day: string }
  readonly unitNotYetOpen: { readonly unit: string; readonly day: string }
  readonly unitHasMembers: { readonly unit: string; readonly total: number; readonly members: string }
  readonly unitInUse: { readonly unit: string; readonly work: string }
  readonly unitHasFacts: { readonly unit: string; readonly total: number }
  readonly unitSucceeded: { readonly unit: string; readonly by: string }
}
