import { listWorkDays } from '../domain/kernel/calendar.ts'
import type { CycleFacts, Finding, Visit } from '../domain/year/facts/facts.ts'
import { proposePlan } from '../domain/campaign/plan/proposePlan.ts'
import type { PlanInspector, PlanUnit } from '../domain/campaign/plan/planTerms.ts'
import { countTeams } from '../domain/campaign/plan/formTeams.ts'
import type { Day, Quarter } from '../domain/kernel/calendar.ts'
import type { Roster } from '../domain/year/roster/roster.ts'
import { personName } from './demoNames.ts'
import { startOf, throwBelow } from './dice.ts'

/** A demo inspector. Every fourth belongs to the committee itself and has no home unit. */
interface DemoInspector {
  readonly key: string
  readonly name: string
  readonly homeUnit?: string
  readonly serves: 'committee' | 'leadUnit'
}

/** A demo assignment: done on its day, or pending. */
interface DemoAssignment {
  readonly unit: string
  readonly team?: number
  readonly plannedOn: Day
  readonly doneOn?: Day
  readonly inspectors: readonly string[]
}

/** A demo round of inspections. */
interface DemoRound {
  readonly quarter: Quarter
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly ended: boolean
  readonly perDay: number
  readonly seed: string
  readonly assignments: readonly DemoAssignment[]
}

/** The inspections of the demo year: who went where and when, and the facts with those dates and names. */
export interface DemoRounds {
  readonly inspectors: readonly DemoInspector[]
  readonly rounds: readonly DemoRound[]
  readonly byLeadUnits: readonly (DemoAssignment & { readonly leadUnit: string })[]
  readonly facts: CycleFacts
}

/** The name of the person behind the demo account “核查组”. */
export const DEMO_INSPECTOR = '周示明'

const WINDOWS = [
  ['第一季度核查', '02-26', '03-30'],
  ['第二季度核查', '05-28', '06-29'],
  ['第三季度核查', '08-27', '09-28'],
  ['第四季度核查', '11-05', '12-07'],
] as const
const RECHECK = ['年底复查', '12-21', '12-28'] as const
const EVERY = 6
const RECHECKED = 4
const MOST_INSPECTORS = 60
const MOST_RECHECKED = 60

/** Generates the inspections from seed, roster and facts: a unit is on a round's plan when the facts hold a visit of that quarter; the last round is in progress. */
export function demoRounds(seed: number, roster: Roster, facts: CycleFacts): DemoRounds {
  const inspectors = makeInspectors(seed, roster)
  const people = inspectors.map((one): PlanInspector => planned(one, roster))
  const rounds: DemoRound[] = []
  let before = new Map<string, readonly string[]>()
  const visited = facts.visits.filter(visit => visit.by !== 'leadUnit')
  for (const [at, [name, from, to]] of WINDOWS.entries()) {
    const units = unitsOf(
      roster,
      new Set(visited.filter(visit => visit.quarter === at + 1).map(visit => visit.unit)),
    )
    const made = makeRound(facts.cycle, { at, name, from, to, units, people, before, ended: true })
    rounds.push(made)
    before = new Map(made.assignments.map(one => [one.unit, one.inspectors]))
  }
  const [name, from, to] = RECHECK
  const again = unitsOf(roster, new Set(visited.map(visit => visit.unit))).filter(
    (_, at) => at % RECHECKED === 2,
  )
  rounds.push(
    makeRound(facts.cycle, {
      at: 4,
      name,
      from,
      to,
      units: again.slice(0, MOST_RECHECKED),
      people,
      before,
      ended: false,
    }),
  )
  const leads = leadsOf(roster, facts)
  return {
    inspectors: [...inspectors, ...leads.inspectors],
    rounds,
    byLeadUnits: leads.assignments,
    facts: datedFacts(facts, rounds, new Map(inspectors.map(one => [one.key, one.name]))),
  }
}

interface RoundWanted {
  readonly at: number
  readonly name: string
  readonly from: string
  readonly to: string
  readonly units: readonly PlanUnit[]
  readonly people: readonly PlanInspector[]
  readonly before: ReadonlyMap<string, readonly string[]>
  readonly ended: boolean
}

function makeRound(
  year: number,
  { at, name, from, to, units, people, before, ended }: RoundWanted,
): DemoRound {
  const days = listWorkDays(`${year}-${from}`, `${year}-${to}`)
  const perDay = Math.max(2, Math.ceil((units.length * 1.2) / (countTeams(people.length, 2) * days.length)))
  const seed = `${year}-${at + 1}`
  const plan = proposePlan({ units, inspectors: people, days, teamSize: 2, perDay, overlap: 2, seed, before })
  const assignments = plan.visits.map(({ unit, team, day, inspectors }) => ({
    unit,
    team,
    plannedOn: day,
    inspectors,
    ...(ended ? { doneOn: day } : {}),
  }))
  const quarter = Math.min(4, at + 1) as Quarter
  return { quarter, name, from: `${year}-${from}`, to: `${year}-${to}`, ended, perDay, seed, assignments }
}

function makeInspectors(seed: number, roster: Roster): readonly DemoInspector[] {
  const count = Math.min(MOST_INSPECTORS, Math.max(8, Math.round(roster.units.length / EVERY)))
  const names = new Set<string>([DEMO_INSPECTOR])
  return Array.from({ length: count }, (_, at): DemoInspector => {
    const key = `p${at}`
    if (at === 0) return { key, name: DEMO_INSPECTOR, serves: 'committee' }
    let salt = 0
    let name = personName(startOf(seed, 70_000 + at), salt)
    while (names.has(name)) name = personName(startOf(seed, 70_000 + at), (salt += 2))
    names.add(name)
    const home = roster.units[throwBelow(startOf(seed, 80_000 + at), 1, roster.units.length)]!
    return at % 4 === 0
      ? { key, name, serves: 'committee' }
      : { key, name, homeUnit: home.id, serves: 'committee' }
  })
}

function planned({ key, homeUnit }: DemoInspector, roster: Roster): PlanInspector {
  if (homeUnit === undefined) return { id: key, active: true, homes: [], groups: [] }
  const home = roster.units.find(unit => unit.id === homeUnit)
  return { id: key, active: true, homes: [homeUnit], groups: [home?.leadUnit ?? homeUnit] }
}

function unitsOf(roster: Roster, wanted: ReadonlySet<string>): readonly PlanUnit[] {
  return roster.units
    .filter(unit => wanted.has(unit.id))
    .map(unit => ({ id: unit.id, group: unit.leadUnit ?? unit.id }))
}

/** Returns the lead units' own inspections (R22): one person of each lead unit that visited a member. */
function leadsOf(roster: Roster, facts: CycleFacts) {
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const visits = facts.visits.filter(
    visit =>
      visit.by === 'leadUnit' && visit.heldOn !== undefined && units.get(visit.unit)?.leadUnit !== undefined,
  )
  const assignments = visits.map(({ unit, heldOn }) => {
    const leadUnit = units.get(unit)!.leadUnit!
    return { unit, leadUnit, plannedOn: heldOn!, doneOn: heldOn!, inspectors: [`lead-${leadUnit}`] }
  })
  const inspectors = [...new Set(assignments.map(one => one.leadUnit))].map((leadUnit): DemoInspector => ({
    key: `lead-${leadUnit}`,
    name: '牵头单位核查组',
    homeUnit: leadUnit,
    serves: 'leadUnit',
  }))
  return { assignments, inspectors }
}

/** Adds the dates and the names of the inspectors to the facts; neither affects a score. */
function datedFacts(
  facts: CycleFacts,
  rounds: readonly DemoRound[],
  names: ReadonlyMap<string, string>,
): CycleFacts {
  const went = new Map(
    rounds
      .filter(round => round.ended)
      .flatMap(({ quarter, assignments }) => assignments.map(one => [`${one.unit}\n${quarter}`, one])),
  )
  const of = ({ unit, quarter, by }: Visit | Finding): DemoAssignment | undefined =>
    by === 'leadUnit' ? undefined : went.get(`${unit}\n${quarter}`)
  return {
    ...facts,
    visits: facts.visits.map(visit => ({
      ...visit,
      ...(of(visit) === undefined ? {} : { heldOn: of(visit)!.doneOn! }),
    })),
    findings: facts.findings.map(finding => {
      const one = of(finding)
      if (one === undefined || finding.foundOn === undefined) return finding
      return {
        ...finding,
        foundOn: one.doneOn!,
        author: one.inspectors.map(key => names.get(key)!).join('、'),
      }
    }),
  }
}
