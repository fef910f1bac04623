/** 台账的拒绝. */
export interface LedgerRefusalValues {
  readonly ledgerKindUnknown: { readonly kind: string }
  readonly ledgerRowUnknown: { readonly row: string }
  readonly ledgerDayAhead: { readonly day: string; readonly today: string }
  readonly ledgerDayOutsideYear: { readonly day: string; readonly year: number }
  readonly ledgerPeriodOutsideYear: { readonly period: string; readonly year: number }
  readonly ledgerPeriodTooCoarse: { readonly kind: string; readonly told: string; readonly period: string }
  readonly ledgerPeriodClosed: { readonly period: string; readonly by: string; readonly reason: string }
  readonly ledgerLateReasonMissing: { readonly period: string; readonly closedOn: string }
  readonly ledgerTwin: { readonly title: string; readonly by: string; readonly on: string }
  readonly ledgerTwinInFile: { readonly row: number }
  readonly ledgerImportDone: Readonly<Record<string, never>>
  readonly ledgerImportOutdated: { readonly count: number; readonly first: string }
  readonly remedyResultMissing: Readonly<Record<string, never>>
  readonly remedyEntryUnknown: Readonly<Record<string, never>>
  readonly remedyTwin: { readonly problem: string }
  readonly lastYearUnknown: { readonly year: number }
}
