import type { AnnualGradeProposal, BallotSheet, CycleFacts, Grading } from '../domain/year/facts/facts.ts'
import type { Roster } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { gradeGroup } from './demoGroup.ts'
import { BLOCK, firstTier, groupMembers, isAppraised, LEADS } from './demoLayout.ts'
import { answerFor, demoPlan, type DemoPlan } from './demoPlan.ts'
import { demoSession } from './demoSession.ts'
import { sheetsOf } from './demoSheets.ts'
import { demoMaker, type DemoUnit } from './demoUnit.ts'
import { sessionNumber } from './createSharedWork.ts'
import { unitId } from './unitId.ts'

/** The request for a demo year. */
export interface DemoRequest {
  readonly seed: number
  readonly units: number
  readonly scheme: Scheme
}

/** Generates the demo year: an invented prefecture (several above 120 units) with the complete facts of one cycle, the same for the same seed. */
export function demoYear({ seed, units, scheme }: DemoRequest): {
  readonly roster: Roster
  readonly facts: CycleFacts
} {
  const plan = demoPlan(scheme)
  const make = demoMaker(seed, scheme)
  const made = Array.from({ length: units }, (_, index) => make(index))
  return {
    roster: { units: made.map(one => one.unit), holders: made.flatMap(one => one.holders) },
    facts: {
      cycle: scheme.cycle,
      visits: made.flatMap(one => one.facts.visits),
      findings: made.flatMap(one => one.facts.findings),
      ledger: made.flatMap(one => [...one.facts.ledger.values()].flat()),
      gradings: gradingsOf(plan, seed, made),
      surveys: made.flatMap(one => one.facts.surveys),
      ballotCounts: [],
      sheets: allSheets(plan, seed, units),
      measures: made.flatMap(one =>
        [...one.facts.measures].map(([measure, value]) => ({
          unit: one.unit.id,
          measure,
          value: value as never,
        })),
      ),
      knowledgeTests: made.flatMap(one => one.facts.tests),
      vetoes: made.flatMap(one => one.facts.vetoes),
      decisions: made.flatMap(one => one.facts.decisions),
      annualGrades: made.flatMap((one): AnnualGradeProposal[] => (one.annualGrade ? [one.annualGrade] : [])),
    },
  }
}

/** Grades each lead group; an incomplete last prefecture has smaller groups and therefore its own quotas. */
function gradingsOf(plan: DemoPlan, seed: number, made: readonly DemoUnit[]): Grading[] {
  const appraised = made.filter(one => isAppraised(one.index))
  return plan.scheme.components.flatMap(component =>
    component.methods.flatMap(method => {
      if (method.kind !== 'quotaGrading') return []
      const graded = appraised.filter(one =>
        plan.methods.get(one.unit.tier)?.some(each => each.method === method),
      )
      return groupsOf(graded, method.within).flatMap(group => {
        const grades = gradeGroup(
          plan,
          seed,
          group.map(one => one.index),
          method,
          component.id,
        )
        return group.map((one): Grading => {
          const by = one.unit.leadUnit === undefined ? {} : { by: one.unit.leadUnit }
          return { unit: one.unit.id, component: component.id, grade: grades.get(one.index)!, ...by }
        })
      })
    }),
  )
}

function groupsOf(
  made: readonly DemoUnit[],
  within: 'leadUnit' | 'cohort' | 'all',
): readonly (readonly DemoUnit[])[] {
  const groups = new Map<string, DemoUnit[]>()
  for (const one of made) {
    const key =
      (within === 'leadUnit' ? one.unit.leadUnit : within === 'cohort' ? one.unit.cohort : undefined) ?? ''
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

function allSheets(plan: DemoPlan, seed: number, units: number): BallotSheet[] {
  const sheets: BallotSheet[] = []
  for (let block = 0; block * BLOCK < units; block++) {
    hold(plan, seed, plan.tiers.lead, block, undefined, firstTier(block, units), sheets)
    for (let group = 0; group < LEADS; group++)
      hold(plan, seed, plan.tiers.member, block, group, groupMembers(block, group, units), sheets)
  }
  return sheets
}

function hold(
  plan: DemoPlan,
  seed: number,
  tier: string,
  block: number,
  group: number | undefined,
  heard: readonly number[],
  into: BallotSheet[],
): void {
  if (heard.length === 0) return
  for (const { component, method } of plan.methods.get(tier) ?? []) {
    if (method.kind !== 'ballots') continue
    const held = demoSession(seed, sessionNumber(block, group), method.classes.length)
    const session = group === undefined ? `直属会议${block + 1}` : `系统会议-${unitId(block * BLOCK + group)}`
    const scale = answerFor(plan.scheme, 'ballotScale', component.id)
    into.push(...sheetsOf(seed, held, { component: component.id, session, method, scale }, heard))
  }
}
