/** Refusals of draws (抽签). */
export interface DrawRefusalValues {
  // a line of a list
  readonly drawLineNoName: Readonly<Record<string, never>>
  readonly drawLineFooter: { readonly found: string }
  readonly drawLineTooLong: { readonly field: string; readonly most: number }
  readonly drawLineNumber: { readonly field: string }
  readonly drawLineTwice: { readonly name: string; readonly row: number }
  readonly drawIdTwice: { readonly id: string; readonly row: number }
  readonly drawIdWrong: { readonly id: string }
  // a list
  readonly drawColumnRefused: { readonly column: string }
  readonly drawNoNameColumn: { readonly column: string }
  readonly drawListEmpty: Readonly<Record<string, never>>
  readonly drawListTooLong: { readonly most: number }
  readonly drawListFaulty: { readonly row: number; readonly why: string }
  readonly drawListSame: { readonly version: number }
  readonly drawListFrozen: { readonly version: number; readonly by: string; readonly at: string }
  // a draw
  readonly drawNoUnits: Readonly<Record<string, never>>
  readonly drawListMissing: { readonly units: string; readonly count: number; readonly purpose: string }
  readonly drawListNotFrozen: { readonly units: string; readonly count: number; readonly purpose: string }
  readonly drawTakeWrong: { readonly purpose: string; readonly least: number; readonly most: number }
  readonly drawWaiting: { readonly units: string; readonly count: number; readonly by: string }
  readonly drawReasonShort: { readonly least: number }
  readonly drawSecondPerson: { readonly by: string }
  readonly drawReasonMissing: {
    readonly units: string
    readonly count: number
    readonly quarter: number
    readonly purpose: string
  }
  readonly drawSeedMissing: { readonly kind: 'dice' | 'parties' }
  readonly drawDiceWrong: { readonly least: number; readonly most: number }
  readonly drawNumberWrong: { readonly by: string; readonly least: number; readonly most: number }
  readonly drawPartiesSame: Readonly<Record<string, never>>
  readonly drawAlreadyHeld: { readonly by: string; readonly at: string; readonly seed: string }
  readonly drawAbandoned: { readonly by: string; readonly at: string }
}
