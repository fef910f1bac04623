import { expect, test } from 'vitest'
import { oracleCounts, oracleScore } from '../bench/oracle.ts'
import { readScheme } from '../bench/readScheme.ts'
import { demoMaker } from '../src/demo/demoUnit.ts'
import { dice, throwBelow } from '../src/demo/dice.ts'
import { explainComponentScore, componentScore } from '../src/domain/score/componentScore.ts'
import { isMissing } from '../src/domain/score/missing.ts'
import { prepareScheme } from '../src/domain/score/prepareScheme.ts'
import type { Finding, LedgerCount } from '../src/domain/year/facts/facts.ts'
import { NO_FACTS, type UnitFacts } from '../src/domain/year/facts/unitFacts.ts'
import type { Quarter } from '../src/domain/kernel/calendar.ts'
import { walkExplanation } from '../src/domain/kernel/explanation.ts'
import { type Points, toDecimal } from '../src/domain/kernel/points.ts'

const { scheme } = readScheme()
const prepared = prepareScheme(scheme)
const inspection = prepared.components.find(({ component }) => component.id === 'inspection')!
const rules = scheme.rubrics.flatMap(rubric =>
  rubric.rows.flatMap(row => row.rules.map(rule => ({ row, rule }))),
)

function bothSpeeds(tier: string, facts: UnitFacts) {
  const score = componentScore(inspection, tier, facts)
  const told = explainComponentScore(inspection, tier, facts)
  if (isMissing(score) || isMissing(told)) return { missing: true }
  const rows = [...walkExplanation(told)]
    .filter(({ node }) => node.kind === 'row')
    .map(({ node }) => toDecimal(node.points))
  return { total: Number(score.num) / Number(score.den) / 1000, told: toDecimal(told.points), rows }
}

function oracle(facts: UnitFacts) {
  const { total, rows } = oracleScore(oracleCounts(facts))
  return { total, told: total, rows }
}

/** A wild year: any rule any number of times, with and without quarter, persons, counter; a ledger of any grain for some counters. */
function wildFacts(unit: number): UnitFacts {
  const throws = (salt: number, below: number) => throwBelow(unit * 7919, salt, below)
  const findings = Array.from({ length: throws(0, 25) }, (_, at) => wildFinding(dice(unit, 100 + at)))
  const ledger = new Map<string, LedgerCount[]>()
  for (const [at, { id: counter }] of scheme.counters.entries()) {
    if (throws(1 + at, 3) !== 0) continue
    ledger.set(
      counter,
      Array.from({ length: throws(40 + at, 16) }, (_, entry) =>
        wildEntry(counter, dice(unit, 1000 + at * 50 + entry)),
      ),
    )
  }
  return { ...NO_FACTS, visits: [{ unit: 'U', quarter: 4 }], findings, ledger }
}

function wildFinding(thrown: number): Finding {
  const { row, rule } = rules[thrown % rules.length]!
  const count = 1 + (thrown & 3)
  const core = {
    unit: 'U',
    row: row.id,
    rule: rule.id,
    count,
    by: thrown & 64 ? 'committee' : 'leadUnit',
  } as const
  const dated = thrown & 128 ? { ...core, quarter: (1 + ((thrown >>> 8) & 3)) as Quarter } : core
  if (rule.form === 'discretionary') return { ...dated, amount: (500 * count) as Points }
  if (rule.form === 'personOccasion' && thrown & 256)
    return { ...dated, persons: 2, ...(thrown & 512 ? { occasions: 3 } : {}) }
  if (rule.form === 'perShortfall' && thrown & 1024)
    return { ...dated, counter: rule.requires[(thrown >>> 12) % rule.requires.length]!.counter }
  return dated
}

function wildEntry(counter: string, thrown: number): LedgerCount {
  const grain = thrown % 9
  const period =
    grain === 0
      ? '2018'
      : grain === 1
        ? `2018-Q${1 + ((thrown >>> 4) & 3)}`
        : `2018-${String(1 + ((thrown >>> 4) % 12)).padStart(2, '0')}`
  return { unit: 'U', counter, period, count: (thrown >>> 12) % 4 }
}

test('附件 an oracle typed in from the notice agrees with both engines, row by row, on 600 random years', () => {
  for (let unit = 0; unit < 600; unit++) {
    const facts = wildFacts(unit)
    expect(bothSpeeds('member', facts), JSON.stringify(facts.findings)).toEqual(oracle(facts))
  }
})

test.each([
  ['complete', false],
  ['brief', true],
])('附件 the oracle agrees with both engines on 400 demo units (%s)', (_name, brief) => {
  const make = demoMaker(2018, scheme, brief)
  let inspected = 0
  for (let index = 0; index < 400; index++) {
    const { unit, facts } = make(index)
    if (facts.visits.length === 0) continue
    inspected += 1
    expect(bothSpeeds(unit.tier, facts), unit.id).toEqual(oracle(facts))
  }
  expect(inspected).toBeGreaterThan(380)
})
