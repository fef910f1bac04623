import { emptyFacts } from '../../src/domain/year/facts/emptyFacts.ts'
import type { CycleFacts, LedgerCount } from '../../src/domain/year/facts/facts.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import { appraiseCycle, type CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { type Explained, walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { listResults } from '../../src/domain/score/listResults.ts'
import type { Roster, Unit } from '../../src/domain/year/roster/roster.ts'
import type { RulingAnswers } from '../../src/domain/scheme/ruling.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { schemes, settle } from '../properties/schemes.ts'

/** The notice's scheme, and the made-up one of another shape. */
export const annexScheme: Scheme = schemes.find(scheme =>
  scheme.rubrics.some(rubric => rubric.id === 'annex'),
)!
export const otherScheme: Scheme = schemes.find(scheme => scheme.base === points(1000))!

/** A small year, built step by step: units first, then what was recorded. */
export interface AYear {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly facts: CycleFacts
  readonly history: History
}

/** A year of `scheme` with these units, all of the first tier unless told otherwise, each answered for by `p-<unit>`. */
export function aYear(
  scheme: Scheme,
  units: readonly (string | Partial<Unit>)[],
  answers: Partial<RulingAnswers> = {},
): AYear {
  const full = units.map((one): Unit => {
    const core = {
      kind: 'organ',
      level: scheme.scope.levels[0]!,
      tier: scheme.tiers[0]!.id,
      affiliated: true,
      headedByLeader: false,
    }
    const own = typeof one === 'string' ? { id: one } : one
    return { ...core, name: `单位${own.id}`, ...own } as Unit
  })
  const holders = full.flatMap(unit =>
    scheme.scope.answers.map(rule => ({
      unit: unit.id,
      person: `p-${unit.id}`,
      name: `${unit.id}书记`,
      post: rule.post,
      rank: rule.rank ?? 1,
    })),
  )
  return {
    scheme: settle(scheme, answers),
    roster: { units: full, holders },
    facts: emptyFacts(scheme.cycle),
    history: { years: [] },
  }
}

/** The year with these facts added. */
export function withFacts(year: AYear, facts: Partial<CycleFacts>): AYear {
  const joined = Object.entries(facts).map(([list, added]) => [
    list,
    [...(year.facts[list as 'findings'] as unknown[]), ...(added as unknown[])],
  ])
  return { ...year, facts: { ...year.facts, ...Object.fromEntries(joined) } }
}

/** Every component of every unit decided, in the order of the scheme's components. */
export function decidedScores(year: AYear, scores: Readonly<Record<string, readonly number[]>>): AYear {
  const decisions = Object.entries(scores).flatMap(([unit, list]) =>
    list.map((score, at) => ({
      kind: 'componentScore' as const,
      unit,
      component: year.scheme.components[at]!.id,
      points: points(score),
      by: '工委',
      reason: '例',
    })),
  )
  return withFacts(year, { decisions })
}

export function run({ scheme, roster, facts, history }: AYear): CycleOutcome {
  return appraiseCycle(scheme, roster, facts, history)
}

/** The nodes of one kind in a unit's explanation. */
export function nodesOf(outcome: CycleOutcome, unit: string, kind: string): readonly Explained[] {
  return [...walkExplanation(explainUnit(outcome, unit)!)]
    .map(one => one.node)
    .filter(node => node.kind === kind)
}

/** A committee visit in every quarter. */
export const visited = (unit: string) => [1, 2, 3, 4].map(quarter => ({ unit, quarter: quarter as 1 }))

/** So many of a ledger counter for unit `u`. */
export const entry = (counter: string, count: number): LedgerCount => ({
  unit: 'u',
  counter,
  period: '2018-05',
  count,
})

/** The issues of one kind, of all units. */
export const issues = (year: AYear, kind: string) =>
  listResults(run(year)).flatMap(result => result.issues.filter(issue => issue.kind === kind))
