import type { Day } from '../../kernel/calendar.ts'

/** A unit to be inspected (待核查单位). `group` is its lead unit, or itself if it has none. (三（二）2) */
export interface PlanUnit {
  readonly id: string
  readonly group: string
}

/** An available inspector (核查人员). `homes` are the units they belong to, `groups` the lead groups they must avoid. */
export interface PlanInspector {
  readonly id: string
  readonly active: boolean
  readonly homes: readonly string[]
  readonly groups: readonly string[]
}

/** One planned visit (安排): unit, inspectors, team and day. A visit already done is not checked again. */
export interface PlannedVisit {
  readonly id: string
  readonly unit: string
  readonly team?: number
  readonly day?: Day
  readonly inspectors: readonly string[]
  readonly done?: boolean
}

/** The measures of a plan (安排的尺度): persons per team, most units per team and day, and with how many others each inspector must share units. */
export interface PlanMeasures {
  readonly teamSize: 2 | 3
  readonly perDay: number
  readonly overlap: number
}

/** The inspectors of each unit in the previous round (上一轮). */
export type RoundBefore = ReadonlyMap<string, readonly string[]>

/** Returns why an inspector must not visit a unit (回避), if so: their own unit, or in a round of the committee their own lead group. (三（二）2) */
export function conflictOf(inspector: PlanInspector, unit: PlanUnit): 'ownUnit' | 'ownGroup' | undefined {
  if (inspector.homes.includes(unit.id)) return 'ownUnit'
  return inspector.groups.includes(unit.group) ? 'ownGroup' : undefined
}
