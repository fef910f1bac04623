import type { Roster, RosterUnit } from './rosterTypes.ts'

/** One row of the roster. `group` is the heading between rows: a system, or the units without one. */
export interface RosterRow {
  readonly unit: RosterUnit
  readonly lead: string | undefined
  readonly tier: string
  readonly cohort: string | undefined
  /** the number of units it leads. */
  readonly leads: number
  readonly isMember: boolean
  readonly group: string
  readonly state: string
}

/** Heading for units outside any system. */
export const OTHERS = '没有所属单位的单位'

/** Builds the rows of the roster: each lead unit with its members below it, then the other units; the server sorts by name. */
export function rosterRows({ units, terms, year }: Roster): readonly RosterRow[] {
  const names = new Map(units.map(unit => [unit.id, unit.name]))
  const tiers = new Map(terms.tiers.map(tier => [tier.id, tier.name]))
  const cohorts = new Map(terms.cohorts.map(cohort => [cohort.id, cohort.name]))
  const members = new Map<string, RosterUnit[]>()
  for (const unit of units)
    if (unit.leadUnit !== undefined) members.set(unit.leadUnit, [...(members.get(unit.leadUnit) ?? []), unit])
  const rowOf = (unit: RosterUnit, group: string): RosterRow => ({
    unit,
    lead:
      unit.leadUnit === undefined ? undefined : (names.get(unit.leadUnit) ?? unit.leadName ?? unit.leadUnit),
    tier: tiers.get(unit.tier) ?? unit.tier,
    cohort: unit.cohort === undefined ? undefined : (cohorts.get(unit.cohort) ?? unit.cohort),
    leads: members.get(unit.id)?.length ?? 0,
    isMember: unit.leadUnit !== undefined,
    group,
    state: stateOf(unit, year),
  })
  const heads = units.filter(unit => unit.leadUnit === undefined || !names.has(unit.leadUnit))
  const [leads, others] = [
    heads.filter(unit => members.has(unit.id)),
    heads.filter(unit => !members.has(unit.id)),
  ]
  return [
    ...leads.flatMap(lead => [lead, ...members.get(lead.id)!].map(unit => rowOf(unit, `${lead.name}系统`))),
    ...others.map(unit => rowOf(unit, OTHERS)),
  ]
}

function stateOf({ closesOn, outside, answers }: RosterUnit, year: number): string {
  if (closesOn !== undefined && closesOn <= `${year}-12-31`) return '已撤销'
  if (outside !== undefined) return '不列入考核'
  if (answers === undefined) return '未核对'
  return answers.name === undefined ? '缺考核对象' : '列入考核'
}

/** Summarizes the roster in one line. */
export function describeRoster(rows: readonly RosterRow[]): {
  readonly told: string
  readonly missing: number
} {
  const of = (state: string): number => rows.filter(row => row.state === state).length
  const missing = of('缺考核对象')
  const leads = rows.filter(row => row.leads > 0).length
  const parts = [`${rows.length}个单位`, ...(leads > 0 ? [`牵头单位${leads}个`] : [])]
  const appraised = of('列入考核') + missing
  if (appraised > 0 && appraised < rows.length) parts.push(`列入考核${appraised}个`)
  return { told: parts.join('，'), missing }
}
