import type { Day } from '../../kernel/calendar.ts'
import { compareIds } from '../../kernel/ids.ts'
import { countTeams, formTeams } from './formTeams.ts'
import { type Bin, placeUnits } from './placeUnits.ts'
import {
  conflictOf,
  type PlanInspector,
  type PlanMeasures,
  type PlanUnit,
  type RoundBefore,
} from './planTerms.ts'
import { seededOrder } from './seededOrder.ts'

/** A request for a plan (拟定安排). `days` are the usable days of the window, in order; `seed` breaks ties. */
export interface PlanRequest extends PlanMeasures {
  readonly units: readonly PlanUnit[]
  readonly inspectors: readonly PlanInspector[]
  readonly days: readonly Day[]
  readonly seed: string
  readonly before: RoundBefore
}

/** One proposed visit (拟出的一项). */
interface ProposedVisit {
  readonly unit: string
  readonly team: number
  readonly day: Day
  readonly inspectors: readonly string[]
}

/** A proposed plan (拟出的安排). `unplaced` are units without a conflict-free team or a free day. */
interface ProposedPlan {
  readonly visits: readonly ProposedVisit[]
  readonly unplaced: readonly string[]
}

interface Leg {
  readonly days: readonly Day[]
  readonly teams: readonly (readonly string[])[]
}

const LEGS = 3
const SLACK = 2

/**
 * Proposes an inspection plan (核查安排): each unit once, by a team of which nobody belongs to the unit or
 * its lead group or visited it in the previous round, with even work. The window is divided into legs
 * with new teams each. The same request gives the same plan. (三（二）2, 四（二）)
 */
export function proposePlan(request: PlanRequest): ProposedPlan {
  const legs = layLegs(request)
  const groups = legs.flatMap(({ teams, days }, leg) =>
    teams.map((members, team) => ({ leg, team, members, days })),
  )
  const teams = legs[0]?.teams.length ?? 0
  const shares = sharesOf(request.units.length, legs.length, teams)
  const order = seededOrder([...request.units.keys()], `${request.seed}/units`)
  const byId = new Map(request.inspectors.map(one => [one.id, one]))
  const bins = (heedBefore: boolean): Bin[] =>
    groups.map(({ members, days }, at) => ({
      admits: admitting(
        request,
        members.map(id => byId.get(id)!),
        heedBefore,
      ),
      share: shares[at]!,
      most: days.length * request.perDay,
    }))
  const [strict, loose] = [bins(true), bins(false)]
  const placed = placeUnits(order, strict, 0)
  for (const [use, slack] of [
    ...range(1, SLACK).map(more => [strict, more] as const),
    [loose, 0],
    [loose, SLACK],
    [loose, Infinity],
  ] as const) {
    if (placed.size < order.length) placeUnits(order, use, slack, placed)
  }
  const unitsOf = groups.map((): PlanUnit[] => [])
  for (const [unit, at] of placed) unitsOf[at]!.push(request.units[unit]!)
  const visits = groups.flatMap(({ team, members, days }, at) => {
    const units = unitsOf[at]!.toSorted(
      (one, other) => compareIds(one.group, other.group) || compareIds(one.id, other.id),
    )
    return units.map(({ id }, nth) => ({
      unit: id,
      team: team + 1,
      day: days[Math.floor(((nth + team / teams) * days.length) / units.length)]!,
      inspectors: members,
    }))
  })
  return { visits, unplaced: request.units.flatMap(({ id }, at) => (placed.has(at) ? [] : [id])) }
}

function layLegs({ units, inspectors, days, teamSize, overlap, seed, before }: PlanRequest): readonly Leg[] {
  const active = inspectors
    .filter(one => one.active)
    .map(one => one.id)
    .toSorted(compareIds)
  const teams = countTeams(active.length, teamSize)
  if (teams === 0 || days.length === 0 || units.length === 0) return []
  const wanted = Math.max(LEGS, Math.ceil(overlap / (teamSize - 1)))
  const legs = Math.max(1, Math.min(days.length, Math.floor(units.length / teams), wanted))
  const formed = formTeams({ inspectors: active, teamSize, legs, seed, before: [...before.values()] })
  return formed.map((ofLeg, leg) => ({
    teams: ofLeg,
    days: days.slice(Math.floor((leg * days.length) / legs), Math.floor(((leg + 1) * days.length) / legs)),
  }))
}

/** Divides the units into shares: remainders go to whole legs before single teams, so that two persons differ by at most one. */
function sharesOf(units: number, legs: number, teams: number): readonly number[] {
  const all = legs * teams
  return range(0, all - 1).map(at => Math.floor(units / all) + (at < units % all ? 1 : 0))
}

function admitting(
  { units, before }: PlanRequest,
  members: readonly PlanInspector[],
  heedBefore: boolean,
): (unit: number) => boolean {
  const ids = new Set(members.map(one => one.id))
  const known = new Int8Array(units.length)
  const judge = (at: number): boolean => {
    const unit = units[at]!
    if (members.some(one => conflictOf(one, unit) !== undefined)) return false
    return !heedBefore || !(before.get(unit.id) ?? []).some(id => ids.has(id))
  }
  return at => {
    if (known[at] === 0) known[at] = judge(at) ? 1 : -1
    return known[at] === 1
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
