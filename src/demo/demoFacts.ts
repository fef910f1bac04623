import type {
  Decision,
  Grading,
  KnowledgeTest,
  LedgerCount,
  SurveyTally,
  VetoFact,
  Visit,
} from '../domain/year/facts/facts.ts'
import { NO_FACTS, type ClassVotes, type UnitFacts } from '../domain/year/facts/unitFacts.ts'
import type { Quarter } from '../domain/kernel/calendar.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { Unit } from '../domain/year/roster/roster.ts'
import { drawPlanted, drawRules } from './demoDraw.ts'
import { findingsOf } from './demoFindings.ts'
import type { DemoPlace } from './demoLayout.ts'
import { faultsOf, ledgerOf } from './demoLedger.ts'
import type { DemoMethod, DemoPlan } from './demoPlan.ts'
import { votesOf } from './demoSession.ts'
import { surveysOf } from './demoSurvey.ts'
import { throwBelow } from './dice.ts'
import type { SharedWork } from './createSharedWork.ts'
import type { Planted } from './planted.ts'

/** The inputs for generating one unit's facts of the year. */
interface Making {
  readonly plan: DemoPlan
  readonly shared: SharedWork
  readonly brief: boolean
  readonly index: number
  readonly place: DemoPlace
  readonly state: number
  readonly planted: Planted | undefined
  readonly unit: Unit
  readonly quality: number
}

/** Generates one appraised unit's facts of the year. */
export function demoFacts(making: Making): UnitFacts {
  const { plan, brief, index, state, planted, unit, place, quality } = making
  const isLead = place.role !== 'member'
  const keepsLedger = !brief && (isLead || (index % 5 === 0 && planted?.fromBottom === undefined))
  const drawn =
    planted?.lost !== undefined
      ? drawPlanted(plan, unit.tier, planted)
      : drawRules(plan, unit.tier, state, quality, forcedRule(plan, index, place), isLead)
  const { ledger, rest } = keepsLedger
    ? ledgerOf(plan, unit.tier, unit.id, state, drawn)
    : { ledger: [], rest: drawn }
  const findings = findingsOf(plan, unit.id, state, rest)
  if (planted?.disagrees) findings.push(...disagreement(plan, unit))
  const seenByLead = !brief && !isLead && index % 6 === 1 && planted === undefined
  if (seenByLead) findings.push(...foundByLead(findings))
  const methods = plan.methods.get(unit.tier)!
  return {
    visits: visitsOf(plan, unit.id, brief ? 1 : 4, seenByLead),
    findings,
    ledger: byCounter(isLead ? [...ledger, ...faultsOf(plan, unit.id, state, quality)] : ledger),
    tests: brief ? [] : [testOf(unit.id, state, quality)],
    measures: measuresOf(plan, state, quality),
    gradings: gradingsOf(making, methods),
    surveys: surveyTallies(making, methods),
    votes: votesByComponent(making, methods),
    ballotCounts: [],
    vetoes: vetoesOf(plan, index, unit.id),
    decisions: planted?.thinSurvey ? decisionsOf(unit.id, methods) : [],
  }
}

/** Returns the rule forced for a unit, so that in the first prefecture each rule is found at least once; a list rule is assigned to a lead unit. */
function forcedRule(plan: DemoPlan, index: number, place: DemoPlace): number {
  if (place.block > 0) return -1
  if (place.role === 'member') return index - 22
  return place.at === 5 && plan.scheme.lists.length > 0 ? plan.pools.get(plan.tiers.lead)!.all.length - 1 : -1
}

function visitsOf(plan: DemoPlan, unit: string, rounds: number, seenByLead: boolean): Visit[] {
  const visits: Visit[] = []
  for (let at = 0; at < rounds; at++)
    visits.push({ unit, quarter: (at + 1) as Quarter, by: 'committee', heldOn: plan.days[at]! })
  if (seenByLead) visits.push(leadVisit(plan, unit))
  return visits
}

/** Returns a lead unit's own visit, which is recorded and by R22 is informative only. (三（二）2) */
function leadVisit(plan: DemoPlan, unit: string): Visit {
  return { unit, quarter: 2, by: 'leadUnit', heldOn: plan.days[1]! }
}

function foundByLead([first]: UnitFacts['findings']): UnitFacts['findings'] {
  if (first === undefined) return []
  const { foundOn: _, ...finding } = first
  return [
    { ...finding, quarter: 2, by: 'leadUnit', author: '牵头单位核查组', note: '演示：牵头单位自行核查' },
  ]
}

function disagreement(plan: DemoPlan, unit: Unit): UnitFacts['findings'] {
  const duty = plan.pools.get(unit.tier)!.duties[0]
  if (duty === undefined) return []
  const { row, rule } = plan.rules[duty.rule]!
  return [
    {
      unit: unit.id,
      row: row.id,
      rule: rule.id,
      count: 1,
      quarter: 4,
      by: 'committee',
      counter: duty.counter,
      note: '演示：核查数与台账不一致',
    },
  ]
}

function byCounter(entries: readonly LedgerCount[]): ReadonlyMap<string, readonly LedgerCount[]> {
  if (entries.length === 0) return NO_FACTS.ledger
  const ledger = new Map<string, LedgerCount[]>()
  for (const entry of entries) {
    const list = ledger.get(entry.counter)
    if (list) list.push(entry)
    else ledger.set(entry.counter, [entry])
  }
  return ledger
}

function testOf(unit: string, state: number, quality: number): KnowledgeTest {
  const sat = 5 + throwBelow(state, 700, 6)
  return {
    unit,
    quarter: (1 + throwBelow(state, 701, 4)) as Quarter,
    sat,
    failed: throwBelow(state, 702, quality < 0.4 ? 4 : 2),
  }
}

function measuresOf({ scheme }: DemoPlan, state: number, quality: number): ReadonlyMap<string, number> {
  if (scheme.measures.length === 0) return NO_FACTS.measures
  return new Map(
    scheme.measures.map(({ id, least, most }, at) => [id, measureOf(least ?? 0, most, state, at, quality)]),
  )
}

/** Generates a measure as a share of the maximum, close to it where there is a best value, such as a rate. */
function measureOf(
  least: number,
  most: number | undefined,
  state: number,
  at: number,
  quality: number,
): number {
  const from = most === undefined ? 0.55 : 0.85
  const share = Math.min(1, from + (0.93 - from) * quality + throwBelow(state, 710 + at, 8) / 100)
  return Math.round((least + ((most ?? 100_000) - least) * share) / 100) * 100
}

function gradingsOf(
  { shared, index, place, unit }: Making,
  methods: readonly DemoMethod[],
): ReadonlyMap<string, Grading> {
  if (place.role !== 'member') return NO_FACTS.gradings
  const gradings = new Map<string, Grading>()
  for (const { component, method } of methods) {
    if (method.kind !== 'quotaGrading' || method.within !== 'leadUnit') continue
    const grade = shared.grades(place, component.id, method).get(index)!
    gradings.set(component.id, { unit: unit.id, component: component.id, grade, by: unit.leadUnit! })
  }
  return gradings
}

function surveyTallies(
  { plan, unit, state, quality, planted }: Making,
  methods: readonly DemoMethod[],
): SurveyTally[] {
  const tallies: SurveyTally[] = []
  for (const { component, method } of methods) {
    if (method.kind === 'survey')
      tallies.push(...surveysOf(plan, unit.id, component.id, method, state, quality, planted))
  }
  return tallies
}

function votesByComponent(
  { shared, index, place, quality }: Making,
  methods: readonly DemoMethod[],
): UnitFacts['votes'] {
  const votes = new Map<string, readonly ClassVotes[]>()
  for (const { component, method } of methods) {
    if (method.kind !== 'ballots' || method.marks !== 'points') continue
    votes.set(component.id, votesOf(shared.session(place, method.classes.length), method, index, quality))
  }
  return votes
}

function vetoesOf(plan: DemoPlan, index: number, unit: string): VetoFact[] {
  const veto = plan.scheme.vetoes[index - 64]
  return veto === undefined ? [] : [{ unit, veto: veto.id, reason: '演示：触发一票否决事项' }]
}

function decisionsOf(unit: string, methods: readonly DemoMethod[]): Decision[] {
  return methods.flatMap(({ component, method }) =>
    method.kind === 'survey'
      ? [
          {
            kind: 'componentScore',
            unit,
            component: component.id,
            points: ((component.base * 4) / 5) as Points,
            by: '考核组织者',
            reason: '演示：有效答卷过少，按同类单位中等水平给分',
          },
        ]
      : [],
  )
}
