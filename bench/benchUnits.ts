import { demoMaker } from '../src/demo/demoUnit.ts'
import type { UnitFacts } from '../src/domain/year/facts/unitFacts.ts'
import type { Scheme } from '../src/domain/scheme/scheme.ts'
import { oracleCounts, oracleScore, type OracleScore } from './oracle.ts'
import type { RubricTerms } from './ruleTerms.ts'

/** A unit to be scored: its facts as the engine takes them, the same as counts by rule as the peers take them, and what the oracle makes of it. */
export interface BenchUnit {
  readonly tier: string
  readonly facts: UnitFacts
  /** by rule name, 0 where nothing was found; an amount is in thousandths. */
  readonly counts: Readonly<Record<string, number>>
  readonly oracle: OracleScore
}

export const SEED = 2018

/** How many units everybody scores in one pass: few enough for the slowest to end in a second, and one batch for those that take batches. */
export const UNITS_IN_A_PASS = 1000

/** Demo units from the second prefecture on (the first one is planted). `brief` units have shortfalls as findings, others keep a ledger. */
export function benchUnits(
  scheme: Scheme,
  terms: RubricTerms,
  wanted: number,
  brief: boolean,
): readonly BenchUnit[] {
  const make = demoMaker(SEED, scheme, brief)
  const units: BenchUnit[] = []
  for (let index = 120; units.length < wanted; index++) {
    const { unit, facts } = make(index)
    if (facts.visits.length === 0) continue
    const counted = oracleCounts(facts)
    units.push({ tier: unit.tier, facts, counts: countsFor(terms, counted), oracle: oracleScore(counted) })
  }
  return units
}

function countsFor(
  { rows }: RubricTerms,
  counted: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { rules } of rows) {
    for (const { name, effect } of rules)
      counts[name] = (counted[name] ?? 0) * (effect === 'amount' ? 1000 : 1)
  }
  return counts
}
