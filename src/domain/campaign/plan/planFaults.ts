import type { Day } from '../../kernel/calendar.ts'

/** The values of a plan fault (安排问题) by kind. Inspectors and units are ids. */
export interface PlanFaultValues {
  readonly ownUnit: { readonly inspector: string }
  readonly ownGroup: { readonly inspector: string; readonly group: string }
  readonly sameTime: { readonly inspector: string; readonly day: Day; readonly units: readonly string[] }
  readonly nobody: Readonly<Record<string, never>>
  readonly leftOut: { readonly inspector: string }
  readonly noDay: Readonly<Record<string, never>>
  readonly outsideWindow: { readonly day: Day; readonly from: Day; readonly to: Day }
  readonly unitGone: Readonly<Record<string, never>>
  readonly alone: { readonly inspector: string }
  readonly crowded: { readonly persons: number }
  readonly twiceRunning: { readonly inspector: string }
  readonly restDay: { readonly day: Day }
  readonly overloaded: {
    readonly inspector: string
    readonly day: Day
    readonly units: number
    readonly most: number
  }
  readonly unplanned: { readonly total: number; readonly units: readonly string[] }
  readonly uneven: {
    readonly most: number
    readonly least: number
    readonly busiest: string
    readonly idlest: string
  }
  readonly apart: { readonly parts: number; readonly smallest: readonly string[] }
  readonly fewShared: { readonly inspector: string; readonly shared: number; readonly wanted: number }
}

/** The kind of a plan fault (安排问题). */
export type PlanFaultKind = keyof PlanFaultValues

/** One fault of a plan (安排问题) and its position. */
export type PlanFault = {
  readonly [K in PlanFaultKind]: {
    readonly kind: K
    readonly values: PlanFaultValues[K]
    readonly visit?: string
    readonly unit?: string
  }
}[PlanFaultKind]

/** The kinds of fault that block issue; people weigh the others. */
const BLOCKING: ReadonlySet<PlanFaultKind> = new Set([
  'ownUnit',
  'ownGroup',
  'sameTime',
  'nobody',
  'leftOut',
  'noDay',
  'outsideWindow',
  'unitGone',
])

/** Checks whether a plan fault (安排问题) blocks issue. */
export function blocksIssue(fault: PlanFault): boolean {
  return BLOCKING.has(fault.kind)
}
