/** Refusals of inspection rounds (核查轮次). */
export interface RoundsRefusalValues {
  readonly roundAlreadyIssued: { readonly state: string }
  readonly roundNotRunning: { readonly state: string }
  readonly roundUnfinished: { readonly left: number }
  readonly roundBegun: { readonly done: number }
  readonly roundClosed: { readonly state: string }
  readonly roundNameTaken: { readonly name: string }
  readonly noneSupervised: { readonly year: number }
  readonly roundDaysWrong: { readonly from: string; readonly to: string }
  readonly planEmpty: Readonly<Record<string, never>>
  readonly planFaulty: { readonly total: number; readonly first: string }
  readonly planWithoutInspectors: { readonly active: number }
  readonly ownInspection: {
    readonly inspector: string
    readonly unit: string
    readonly why: 'ownUnit' | 'ownGroup'
  }
  readonly unitAlreadyPlanned: { readonly unit: string; readonly round: string }
  readonly assignmentDone: { readonly unit: string }
  readonly inspectorUnknown: { readonly inspector: string }
  readonly inspectorInactive: { readonly inspector: string }
  readonly inspectorAccountTaken: { readonly account: string; readonly inspector: string }
  readonly inspectorAccountUnfit: { readonly account: string }
  readonly inspectorNameTaken: { readonly name: string }
  readonly inspectorStillAssigned: {
    readonly inspector: string
    readonly total: number
    readonly units: string
  }
  readonly notLedBy: { readonly unit: string }
}
