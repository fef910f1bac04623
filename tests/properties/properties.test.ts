import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appraiseCycle, type CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import type { RowExplained } from '../../src/domain/score/inspection/rowExplained.ts'
import type { CycleFacts, Finding } from '../../src/domain/year/facts/facts.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import type { UnitResult } from '../../src/domain/score/outcome.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import type { ComponentExplained } from '../../src/domain/explain/compositeKinds.ts'
import { walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { canonicalText } from '../../src/domain/kernel/ids.ts'
import { listResults } from '../../src/domain/score/listResults.ts'
import { formOf, type Rule } from '../../src/domain/scheme/forms/ruleForms.ts'
import type { Points } from '../../src/domain/kernel/points.ts'
import { indexRulings } from '../../src/domain/scheme/rulings.ts'
import { tallySheets } from '../../src/domain/score/debrief/tallySheets.ts'
import { RUNS } from './runs.ts'
import { anyFinding, anyLedger, anyYear, dropUndefined, type Year } from './years.ts'
import { sized } from '../longRun.ts'

const NO_HISTORY: History = { years: [] }
const appraise = ({ scheme, roster, facts }: Year, changed: CycleFacts = facts): CycleOutcome =>
  appraiseCycle(scheme, roster, changed, NO_HISTORY)

/** Components without a conversion: their score is the unit's own, whatever the others do. */
function ownScores(outcome: CycleOutcome): ReadonlyMap<string, number> {
  const own = outcome.components.columns.filter(column => column.component.component.conversion === undefined)
  return new Map(
    outcome.components.appraisees.flatMap(({ unit }, at) =>
      own.map(column => [`${unit} ${column.component.component.id}`, column.points[at]!] as const),
    ),
  )
}

describe('one more fault never raises a score', () => {
  const isFault = (rule: Rule): boolean => rule.form !== 'steps' && formOf(rule).effect !== 'adds'
  const faulty = anyYear
    .filter(({ scheme }) =>
      [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists].some(row =>
        row.rules.some(isFault),
      ),
    )
    .chain(year => fc.tuple(fc.constant(year), anyFinding(year.scheme, fc.constant('u0'), isFault)))
  test('附件 one more finding', () => {
    fc.assert(
      fc.property(faulty, ([year, finding]) => {
        expectNoRise(year, { ...year.facts, findings: [...year.facts.findings, finding] })
      }),
      RUNS,
    )
  })
  test('附件, R6 one more fault in a ledger that is kept', () => {
    const kept = anyYear.chain(year => {
      const faults = {
        ...year.scheme,
        counters: year.scheme.counters.filter(counter => counter.kind === 'fault'),
      }
      return fc.tuple(fc.constant(year), anyLedger(faults, fc.constant('u0')))
    })
    fc.assert(
      fc.property(kept, ([year, entry]) => {
        const base = {
          ...year,
          facts: { ...year.facts, ledger: [...year.facts.ledger, { ...entry, count: 0 }] },
        }
        expectNoRise(base, { ...year.facts, ledger: [...year.facts.ledger, entry] })
      }),
      RUNS,
    )
  })
})

function expectNoRise(year: Year, changed: CycleFacts): void {
  const [before, after] = [ownScores(appraise(year)), ownScores(appraise(year, changed))]
  for (const [key, score] of before) {
    const now = after.get(key)!
    if (!Number.isNaN(score) && now > score) throw new Error(`${key} rose from ${score} to ${now}`)
    if (!key.startsWith('u0 ')) expect(Object.is(now, score), key).toBe(true)
  }
}

test('the order of entry does not matter, for results or explanations', () => {
  const shuffled = anyYear.chain(year =>
    fc.tuple(
      fc.constant(year),
      shuffle(year.facts),
      fc.shuffledSubarray([...year.roster.units], { minLength: year.roster.units.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([year, facts, units]) => {
      const one = appraise(year)
      const other = appraiseCycle(year.scheme, { ...year.roster, units }, facts, NO_HISTORY)
      expect(canonicalText(listResults(other))).toBe(canonicalText(listResults(one)))
      for (const { unit } of one.components.appraisees) {
        expect(canonicalText(tree(explainUnit(other, unit)!))).toBe(
          canonicalText(tree(explainUnit(one, unit)!)),
        )
      }
    }),
    RUNS,
  )
})

/** A tree without the prepared objects that its nodes point at. */
function tree(root: NonNullable<ReturnType<typeof explainUnit>>) {
  return [...walkExplanation(root)].map(({ node, depth }) => {
    const { kind, citation, points } = node
    const { findings, ledger, count } = node as { findings?: unknown; ledger?: unknown; count?: unknown }
    return { depth, kind, citation, points, findings, ledger, count }
  })
}

function shuffle(facts: CycleFacts): fc.Arbitrary<CycleFacts> {
  const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  return fc
    .record({
      visits: whole(facts.visits),
      findings: whole(facts.findings),
      ledger: whole(facts.ledger),
      gradings: whole(facts.gradings),
      surveys: whole(facts.surveys),
      sheets: whole(facts.sheets),
      measures: whole(facts.measures),
      knowledgeTests: whole(facts.knowledgeTests),
      vetoes: whole(facts.vetoes),
    })
    .map(lists => ({ ...facts, ...lists }))
}

test('splitting an entry gives the same sum', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const findings = year.facts.findings.flatMap(splitFinding)
      const ledger = year.facts.ledger.flatMap(entry =>
        entry.count > 1
          ? [
              { ...entry, count: 1 },
              { ...entry, count: entry.count - 1 },
            ]
          : [entry],
      )
      const surveys = year.facts.surveys.flatMap(tally => [
        { ...tally, answers: Object.fromEntries(Object.keys(tally.answers).map(id => [id, 0])) },
        tally,
      ])
      const [one, other] = [appraise(year), appraise(year, { ...year.facts, findings, ledger, surveys })]
      expect(figures(listResults(other))).toEqual(figures(listResults(one)))
    }),
    RUNS,
  )
})

function splitFinding(finding: Finding): readonly Finding[] {
  if (finding.amount !== undefined) return [finding]
  if (finding.persons !== undefined) {
    return finding.persons < 2
      ? [finding]
      : [
          { ...finding, persons: 1 },
          { ...finding, persons: finding.persons - 1 },
        ]
  }
  return finding.count < 2
    ? [finding]
    : [
        { ...finding, count: 1 },
        { ...finding, count: finding.count - 1 },
      ]
}

function figures(results: readonly UnitResult[]) {
  return results.map(({ appraisee, components, composite, grade, standing }) => ({
    unit: appraisee.unit,
    components,
    composite,
    grade,
    standing,
  }))
}

test('no row falls below its floor or exceeds its cap, and parts sum to their row', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const outcome = appraise(year)
      const floors = answerOf(year, 'rowFloor')
      for (const { unit } of outcome.components.appraisees) {
        for (const { node } of walkExplanation(explainUnit(outcome, unit)!))
          if (node.kind === 'row') expectRow(node as RowExplained, floors)
      }
    }),
    RUNS,
  )
})

function expectRow({ row, points, deducted, bonus, zeroed, parts }: RowExplained, floors: unknown): void {
  const floor =
    row.floor === 'negative' || (row.floor === undefined && floors === 'negative')
      ? Number.NEGATIVE_INFINITY
      : (row.floor ?? 0)
  expect(points).toBeGreaterThanOrEqual(floor as number)
  if (row.cap !== undefined) expect(points).toBeLessThanOrEqual(row.cap)
  if (bonus === 0) expect(points).toBeLessThanOrEqual(row.base)
  const sum = parts.reduce((total, part) => total + part.points, 0)
  expect(sum).toBe(bonus - deducted)
  const free = points === row.base + sum
  const held = points === floor + bonus || points === row.cap || points === row.base || zeroed
  expect(free || held, `${row.id} ${points}`).toBe(true)
}

function answerOf(year: Year, topic: string): unknown {
  return year.scheme.rulings.find(ruling => ruling.topic === topic)?.answer
}

test('adding a unit changes no raw score of another unit', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const [first] = year.roster.units
      const guest = { ...first!, id: 'guest', name: '来客' }
      const moved = <T extends { unit: string }>(list: readonly T[]) => [
        ...list,
        ...list.filter(one => one.unit === first!.id).map(one => ({ ...one, unit: 'guest' })),
      ]
      const facts = {
        ...year.facts,
        findings: moved(year.facts.findings),
        visits: moved(year.facts.visits),
        ledger: moved(year.facts.ledger),
      }
      const roster = { units: [...year.roster.units, guest], holders: year.roster.holders }
      const [before, after] = [
        ownScores(appraise(year)),
        ownScores(appraiseCycle(year.scheme, roster, facts, NO_HISTORY)),
      ]
      for (const [key, score] of before) expect(Object.is(after.get(key), score), key).toBe(true)
    }),
    RUNS,
  )
})

test('R9 ties are symmetric: twins share place, grade and consequences', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const twins = twinned(year)
      const results = listResults(appraise(twins))
      const [one, other] = ['u0', 'v0'].map(unit => results.find(result => result.appraisee.unit === unit)!)
      expect(other!.composite).toBe(one!.composite)
      expect(other!.grade).toEqual(one!.grade)
      expect(other!.consequences).toEqual(one!.consequences)
      if (one!.standing === undefined || other!.standing === undefined)
        expect(other!.standing).toBe(one!.standing)
      else {
        expect({ ...other!.standing, tiedWith: [] }).toEqual({ ...one!.standing, tiedWith: [] })
        expect([one!.standing.tiedWith.includes('v0'), other!.standing.tiedWith.includes('u0')]).toEqual([
          true,
          true,
        ])
      }
    }),
    RUNS,
  )
})

/** The year with a second unit that is u0 in all but name. */
function twinned(year: Year): Year {
  const twin = <T extends { unit: string }>(list: readonly T[]): readonly T[] =>
    list.flatMap(one => (one.unit === 'u0' ? [one, { ...one, unit: 'v0' }] : [one]))
  const { facts, roster } = year
  const [first] = roster.units
  return {
    scheme: year.scheme,
    roster: { units: [...roster.units, { ...first!, id: 'v0', name: '孪生' }], holders: roster.holders },
    facts: {
      ...facts,
      visits: twin(facts.visits),
      findings: twin(facts.findings),
      ledger: twin(facts.ledger),
      gradings: twin(facts.gradings),
      surveys: twin(facts.surveys),
      measures: twin(facts.measures),
      knowledgeTests: twin(facts.knowledgeTests),
      vetoes: twin(facts.vetoes),
      sheets: facts.sheets.map(sheet => ({ ...sheet, marks: twin(sheet.marks) })),
    },
  }
}

test('a year whose sheets were counted before gives the same scores', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const { scheme, facts } = year
      const rulings = indexRulings(scheme)
      const counts = [...Map.groupBy(facts.sheets, sheet => sheet.component)].flatMap(([component, sheets]) =>
        [...tallySheets(sheets, rulings.answer('ballotScale', component))].flatMap(([unit, classes]) =>
          classes.map(({ voterClass, marks, ...rest }) => ({
            ...rest,
            component,
            session: '会',
            unit,
            voterClasses: [voterClass],
            marks: marks.toSorted((one, other) => other - one) as Points[],
          })),
        ),
      )
      const counted = { ...year, facts: { ...facts, sheets: [], ballotCounts: counts } }
      expect(listResults(appraise(counted))).toEqual(listResults(appraise(year)))
    }),
  )
})

test('scoring with numbers only equals scoring with explanations', () => {
  fc.assert(
    fc.property(anyYear, year => {
      const outcome = appraise(year)
      for (const result of listResults(outcome)) {
        const nodes = [...walkExplanation(explainUnit(outcome, result.appraisee.unit)!)].map(
          ({ node }) => node,
        )
        const told = nodes.filter(node => node.kind === 'component') as unknown as ComponentExplained[]
        const explained = told.map(node => (node.contribution === undefined ? undefined : node.points))
        expect(explained).toEqual(result.components.map(component => component.points))
        const composite = nodes.find(node => node.kind === 'composite')! as unknown as {
          absent: boolean
          points: number
        }
        expect(composite.absent ? undefined : composite.points).toBe(result.composite)
        for (const node of nodes) if (node.kind === 'rubric') expect(sumOfParts(node)).toBe(node.points)
      }
    }),
    RUNS,
  )
})

function sumOfParts(node: { readonly parts: readonly { readonly points: number }[] }): number {
  return node.parts.reduce((sum, part) => sum + part.points, 0)
}

test('absent, zero and not applicable stay distinct: a unit without any record has no composite where components make it', () => {
  const composed = anyYear.filter(({ scheme }) => scheme.components.length > 0)
  fc.assert(
    fc.property(composed, year => {
      const facts = Object.fromEntries(
        Object.entries(year.facts).map(([key, list]) => [key, Array.isArray(list) ? [] : list]),
      ) as unknown as CycleFacts
      for (const result of listResults(appraise(year, facts))) {
        expect(
          result.components.every(
            component => component.points === undefined && component.missing !== undefined,
          ),
        ).toBe(true)
        expect(dropUndefined({ composite: result.composite, standing: result.standing })).toEqual({})
      }
    }),
    { numRuns: sized(5_000, 100) },
  )
})
