import type {
  AnnualGradeProposal,
  Decision,
  Grading,
  KnowledgeTest,
  LedgerCount,
  SurveyTally,
  VetoFact,
  Visit,
} from '../domain/cycle/facts.ts'
import { NO_FACTS, type ClassVotes, type UnitFacts } from '../domain/cycle/unitFacts.ts'
import type { Quarter } from '../domain/kernel/calendar.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { Holder, Unit } from '../domain/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { drawPlanted, drawRules } from './demoDraw.ts'
import { findingsOf } from './demoFindings.ts'
import { gradeGroup } from './demoGradings.ts'
import { demoPlace, groupMembers, isAppraised, LEADS, type DemoPlace } from './demoLayout.ts'
import { faultsOf, ledgerOf } from './demoLedger.ts'
import { demoPlan, type DemoMethod, type DemoPlan } from './demoPlan.ts'
import { qualityOf } from './demoQuality.ts'
import { demoHolders, demoRosterUnit } from './demoRoster.ts'
import { demoSession, votesOf, type DemoSession } from './demoSheets.ts'
import { surveysOf } from './demoSurvey.ts'
import { startOf, throwBelow } from './dice.ts'
import { PLANTED, type Planted } from './planted.ts'

/** 一个演示单位 with all that is known of it: the unit, its holders, its year's facts and the annual grade proposed for its head. */
export interface DemoUnit {
  readonly index: number
  readonly unit: Unit
  readonly holders: readonly Holder[]
  readonly facts: UnitFacts
  readonly annualGrade?: AnnualGradeProposal
}

/** 一个演示单位 made on its own from seed and index, the same whatever the size of the year. */
export function demoUnit(seed: number, index: number, scheme: Scheme): DemoUnit {
  const plan = demoPlan(scheme)
  const place = demoPlace(index)
  const state = startOf(seed, index)
  const planted = PLANTED[index]
  const unit = demoRosterUnit(plan, index, place)
  const holders = demoHolders(plan, unit, place, state, planted)
  if (!isAppraised(index)) return { index, unit, holders, facts: NO_FACTS }
  const quality = qualityOf(seed, index)
  const facts = factsOf({ plan, seed, index, place, state, planted, unit, quality })
  const excellent = scheme.annualGradeRules[0]?.annualGrade
  if (excellent === undefined || (quality <= 0.9 && planted?.excellentRefused !== true)) return { index, unit, holders, facts }
  return { index, unit, holders, facts, annualGrade: { unit: unit.id, annualGrade: excellent } }
}

interface Making {
  readonly plan: DemoPlan
  readonly seed: number
  readonly index: number
  readonly place: DemoPlace
  readonly state: number
  readonly planted: Planted | undefined
  readonly unit: Unit
  readonly quality: number
}

function factsOf(making: Making): UnitFacts {
  const { plan, index, state, planted, unit, place, quality } = making
  const isLead = place.role !== 'member'
  const keepsLedger = isLead || (index % 5 === 0 && planted?.fromBottom === undefined)
  const drawn =
    planted?.lost !== undefined
      ? drawPlanted(plan, unit.tier, planted)
      : drawRules(plan, unit.tier, state, quality, forcedRule(plan, index, place), isLead)
  const { ledger, rest } = keepsLedger ? ledgerOf(plan, unit.tier, unit.id, state, drawn) : { ledger: [], rest: drawn }
  const findings = findingsOf(plan, unit.id, state, rest)
  if (planted?.disagrees) findings.push(...disagreement(plan, unit))
  const methods = plan.methods.get(unit.tier)!
  return {
    visits: visitsOf(plan, unit.id),
    findings,
    ledger: byCounter(isLead ? [...ledger, ...faultsOf(plan, unit.id, state, quality)] : ledger),
    tests: [testOf(unit.id, state, quality)],
    measures: new Map(
      plan.scheme.measures.map((measure, at) => [measure.id, measureOf(measure.least ?? 0, measure.most ?? 100000, state, at, quality)]),
    ),
    gradings: gradingsOf(making, methods),
    surveys: surveyTallies(making, methods),
    votes: votesByComponent(making, methods),
    vetoes: vetoesOf(plan, index, unit.id),
    decisions: planted?.thinSurvey ? decisionsOf(unit.id, methods) : [],
  }
}

/** In the first prefecture each rule is found at least once; a list rule meets a lead unit. */
function forcedRule(plan: DemoPlan, index: number, place: DemoPlace): number {
  if (place.block > 0) return -1
  if (place.role === 'member') return index - 22
  return place.at === 5 && plan.scheme.lists.length > 0 ? plan.pools.get(plan.tiers.lead)!.all.length - 1 : -1
}

function visitsOf(plan: DemoPlan, unit: string): Visit[] {
  return plan.days.map((heldOn, at) => ({ unit, quarter: (at + 1) as Quarter, by: 'committee', heldOn }))
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
  return { unit, quarter: (1 + throwBelow(state, 701, 4)) as Quarter, sat, failed: throwBelow(state, 702, quality < 0.4 ? 4 : 2) }
}

function measureOf(least: number, most: number, state: number, at: number, quality: number): number {
  const share = Math.min(1, 0.55 + 0.4 * quality + throwBelow(state, 710 + at, 10) / 100)
  return Math.round((least + (most - least) * share) / 100) * 100
}

function gradingsOf({ plan, seed, index, place, unit }: Making, methods: readonly DemoMethod[]): ReadonlyMap<string, Grading> {
  const gradings = new Map<string, Grading>()
  for (const { component, method } of methods) {
    if (method.kind !== 'quotaGrading' || method.within !== 'leadUnit' || place.role !== 'member') continue
    const group = groupMembers(place.block, place.group, Infinity)
    const grade = gradeGroup(plan, seed, group, method, component.id, index)
    gradings.set(component.id, { unit: unit.id, component: component.id, grade, ...(unit.leadUnit ? { by: unit.leadUnit } : {}) })
  }
  return gradings
}

function surveyTallies({ plan, unit, state, quality, planted }: Making, methods: readonly DemoMethod[]): SurveyTally[] {
  return methods.flatMap(({ component, method }) =>
    method.kind === 'survey' ? surveysOf(plan, unit.id, component.id, method, state, quality, planted) : [],
  )
}

function votesByComponent({ seed, index, place, quality }: Making, methods: readonly DemoMethod[]): UnitFacts['votes'] {
  const votes = new Map<string, readonly ClassVotes[]>()
  for (const { component, method } of methods) {
    if (method.kind === 'ballots' && method.marks === 'points') {
      votes.set(component.id, votesOf(sessionFor(seed, place, method.classes.length), method, index, quality))
    }
  }
  return votes
}

/** 本单位述职的场次: the first tier's of its prefecture, or its lead group's. */
function sessionFor(seed: number, place: DemoPlace, classes: number): DemoSession {
  return demoSession(seed, sessionNumber(place.block, place.role === 'member' ? place.group : undefined), classes)
}

/** 场次编号: one session of the first tier and one of each lead group in every prefecture. */
export function sessionNumber(block: number, group: number | undefined): number {
  return block * (LEADS + 1) + (group === undefined ? 0 : group + 1)
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
