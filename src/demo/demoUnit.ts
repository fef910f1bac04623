import type { AnnualGradeProposal } from '../domain/year/facts/facts.ts'
import { NO_FACTS, type UnitFacts } from '../domain/year/facts/unitFacts.ts'
import type { Holder, Unit } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { demoFacts } from './demoFacts.ts'
import { demoPlace, isAppraised } from './demoLayout.ts'
import { demoPlan, type DemoPlan } from './demoPlan.ts'
import { qualityOf } from './demoQuality.ts'
import { demoHolders, demoRosterUnit } from './demoRoster.ts'
import { startOf } from './dice.ts'
import { createSharedWork, type SharedWork } from './createSharedWork.ts'
import { PLANTED } from './planted.ts'

/** A demo unit with everything known of it: the unit, its holders, its facts of the year and the annual grade (等次) proposed for its head. */
export interface DemoUnit {
  readonly index: number
  readonly unit: Unit
  readonly holders: readonly Holder[]
  readonly facts: UnitFacts
  readonly annualGrade?: AnnualGradeProposal
}

/** Generates one demo unit from seed and index, identical for any size of the year. */
export function demoUnit(seed: number, index: number, scheme: Scheme): DemoUnit {
  return demoMaker(seed, scheme)(index)
}

/**
 * Returns a generator of demo units: the same as `demoUnit`, but faster for many in order, since what a
 * lead group shares is computed once. `brief` omits what affects no score: shortfalls become findings
 * instead of a kept ledger, one visit replaces four, no tests.
 */
export function demoMaker(seed: number, scheme: Scheme, brief = false): (index: number) => DemoUnit {
  const plan = demoPlan(scheme)
  const shared = createSharedWork(seed, plan)
  return index => makeUnit(seed, index, plan, shared, brief)
}

function makeUnit(seed: number, index: number, plan: DemoPlan, shared: SharedWork, brief: boolean): DemoUnit {
  const place = demoPlace(index)
  const state = startOf(seed, index)
  const planted = PLANTED[index]
  const unit = demoRosterUnit(plan, index, place)
  const holders = demoHolders(plan, unit, place, state, planted)
  if (!isAppraised(index)) return { index, unit, holders, facts: NO_FACTS }
  const quality = qualityOf(seed, index)
  const facts = demoFacts({ plan, shared, brief, index, place, state, planted, unit, quality })
  const excellent = plan.scheme.annualGradeRules[0]?.annualGrade
  if (excellent === undefined || (quality <= 0.9 && planted?.excellentRefused !== true))
    return { index, unit, holders, facts }
  return { index, unit, holders, facts, annualGrade: { unit: unit.id, annualGrade: excellent } }
}
