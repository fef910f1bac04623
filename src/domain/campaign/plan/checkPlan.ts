import type { Day } from '../../kernel/calendar.ts'
import { isWeekend } from '../../kernel/calendar.ts'
import { checkBalance } from './checkBalance.ts'
import { blocksIssue, type PlanFault } from './planFaults.ts'
import {
  conflictOf,
  type PlanInspector,
  type PlanMeasures,
  type PlannedVisit,
  type PlanUnit,
  type RoundBefore,
} from './planTerms.ts'

/** A plan (安排) to be checked, as edited. */
export interface PlanToCheck extends PlanMeasures {
  readonly visits: readonly PlannedVisit[]
  readonly units: readonly PlanUnit[]
  readonly inspectors: readonly PlanInspector[]
  readonly from: Day
  readonly to: Day
  readonly before: RoundBefore
}

const LARGEST_TEAM = 3
const TOLD = 5

/** Checks an inspection plan (核查安排) by the rules used to propose it; blocking faults come first. Visits already done are not checked. (三（二）2) */
export function checkPlan(plan: PlanToCheck): readonly PlanFault[] {
  const units = new Map(plan.units.map(unit => [unit.id, unit]))
  const inspectors = new Map(plan.inspectors.map(one => [one.id, one]))
  const open = plan.visits.filter(visit => visit.done !== true)
  const faults = [
    ...open.flatMap(visit => faultsOfVisit(plan, visit, units.get(visit.unit), inspectors)),
    ...faultsOfDays(plan, open),
    ...unplanned(plan),
    ...checkBalance(plan),
  ]
  return [...faults.filter(blocksIssue), ...faults.filter(fault => !blocksIssue(fault))]
}

function faultsOfVisit(
  { from, to, before }: PlanToCheck,
  { id, unit, day, inspectors }: PlannedVisit,
  known: PlanUnit | undefined,
  byId: ReadonlyMap<string, PlanInspector>,
): PlanFault[] {
  const at = { visit: id, unit }
  const faults: PlanFault[] = []
  if (known === undefined) faults.push({ kind: 'unitGone', values: {}, ...at })
  if (day === undefined) faults.push({ kind: 'noDay', values: {}, ...at })
  else if (day < from || day > to) faults.push({ kind: 'outsideWindow', values: { day, from, to }, ...at })
  else if (isWeekend(day)) faults.push({ kind: 'restDay', values: { day }, ...at })
  if (inspectors.length === 0) faults.push({ kind: 'nobody', values: {}, ...at })
  if (inspectors.length === 1) faults.push({ kind: 'alone', values: { inspector: inspectors[0]! }, ...at })
  if (inspectors.length > LARGEST_TEAM)
    faults.push({ kind: 'crowded', values: { persons: inspectors.length }, ...at })
  for (const inspector of inspectors) {
    const person = byId.get(inspector)
    if (person === undefined || !person.active) faults.push({ kind: 'leftOut', values: { inspector }, ...at })
    const conflict = person === undefined || known === undefined ? undefined : conflictOf(person, known)
    if (conflict === 'ownUnit') faults.push({ kind: 'ownUnit', values: { inspector }, ...at })
    if (conflict === 'ownGroup')
      faults.push({ kind: 'ownGroup', values: { inspector, group: known!.group }, ...at })
    if (before.get(unit)?.includes(inspector) === true)
      faults.push({ kind: 'twiceRunning', values: { inspector }, ...at })
  }
  return faults
}

/** Finds persons who are in two places on one day or over the daily limit. */
function faultsOfDays({ perDay }: PlanToCheck, visits: readonly PlannedVisit[]): PlanFault[] {
  const byPersonDay = new Map<string, PlannedVisit[]>()
  for (const visit of visits) {
    if (visit.day === undefined) continue
    for (const inspector of visit.inspectors) {
      const key = `${visit.day}\n${inspector}`
      const list = byPersonDay.get(key)
      if (list === undefined) byPersonDay.set(key, [visit])
      else list.push(visit)
    }
  }
  return [...byPersonDay].flatMap(([key, list]): PlanFault[] => {
    if (list.length < 2) return []
    const [day, inspector] = key.split('\n') as [string, string]
    const at = { visit: list[1]!.id, unit: list[1]!.unit }
    if (new Set(list.map(partyOf)).size > 1) {
      return [{ kind: 'sameTime', values: { inspector, day, units: list.map(visit => visit.unit) }, ...at }]
    }
    return list.length > perDay
      ? [{ kind: 'overloaded', values: { inspector, day, units: list.length, most: perDay }, ...at }]
      : []
  })
}

/** Returns the key of a travelling party: its team, or else its inspectors. */
function partyOf({ team, inspectors }: PlannedVisit): string {
  return team === undefined ? inspectors.toSorted().join('\n') : String(team)
}

function unplanned({ units, visits }: PlanToCheck): PlanFault[] {
  const planned = new Set(visits.map(visit => visit.unit))
  const left = units.filter(unit => !planned.has(unit.id)).map(unit => unit.id)
  return left.length === 0
    ? []
    : [{ kind: 'unplanned', values: { total: left.length, units: left.slice(0, TOLD) } }]
}
