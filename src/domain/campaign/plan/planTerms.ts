import type { Day } from '../../kernel/calendar.ts'

/** 待核查单位. `group` is its lead unit, or itself where it has none. (三（二）2) */
export interface PlanUnit {
  readonly id: string
  readonly group: string
}

/** 可派的核查人员. `homes` are the units they belong to, `groups` the lead groups they stay clear of. */
export interface PlanInspector {
  readonly id: string
  readonly active: boolean
  readonly homes: readonly string[]
  readonly groups: readonly string[]
}

/** 一项安排: one unit, by whom, in which team, on which day. A done one is history and is not judged again. */
export interface PlannedVisit {
  readonly id: string
  readonly unit: string
  readonly team?: number
  readonly day?: Day
  readonly inspectors: readonly string[]
  readonly done?: boolean
}

/** 安排的尺度: persons a team, most units a team takes in a day, and with how many others each shall share units. */
export interface PlanMeasures {
  readonly teamSize: 2 | 3
  readonly perDay: number
  readonly overlap: number
}

/** 上一轮谁去过哪个单位: inspectors by unit. */
export type RoundBefore = ReadonlyMap<string, readonly string[]>

/** 应否回避, and why: one's own unit, or in a round of the committee one's own lead group. (三（二）2) */
export function conflictOf(inspector: PlanInspector, unit: PlanUnit): 'ownUnit' | 'ownGroup' | undefined {
  if (inspector.homes.includes(unit.id)) return 'ownUnit'
  return inspector.groups.includes(unit.group) ? 'ownGroup' : undefined
}
