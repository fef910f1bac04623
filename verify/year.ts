import { exact, type Fraction } from './fraction.ts'
import type { Answer, Component, Fact, Facts, Holder, Method, Scheme, Unit } from './shapes.ts'

/** One appraisee with the facts about it. */
export interface Appraisee {
  readonly unit: Unit
  readonly person?: string
  readonly findings: readonly Fact[]
  readonly visits: readonly Fact[]
  readonly ledger: ReadonlyMap<string, readonly Fact[]>
  readonly measures: ReadonlyMap<string, Fraction>
  readonly tests: readonly Fact[]
}

/** Returns the answer to a topic with its fields; a ruling for one component goes before one for all. */
export function answerOf(scheme: Scheme, topic: string, component?: string): Answer | undefined {
  const asked = scheme.rulings.filter(ruling => ruling.topic === topic && ruling.answer !== undefined)
  const own = asked.find(ruling => ruling.component !== undefined && ruling.component === component)
  return (own ?? asked.find(ruling => ruling.component === undefined))?.answer as Answer | undefined
}

/** Returns an answer that is one word. */
export function wordOf(scheme: Scheme, topic: string, component?: string): string | undefined {
  return answerOf(scheme, topic, component) as string | undefined
}

/** Returns the method that scores a tier in a component. */
export function methodFor(component: Component, tier: string): Method | undefined {
  return component.methods.find(({ tiers }) => tiers === undefined || tiers.includes(tier))
}

/** Lists who is appraised, by unit id: units in scope that exist on the day, with the person who answers (一, R21). */
export function appraiseesOf(scheme: Scheme, facts: Facts): readonly Appraisee[] {
  const change = answerOf(scheme, 'midYearChange')
  const day = `${scheme.cycle}-${change?.day ?? '12-31'}`
  const of = <T extends { readonly unit: string }>(facts: readonly T[]): ((unit: string) => readonly T[]) => {
    const groups = groupBy(facts, fact => fact.unit)
    return unit => groups.get(unit) ?? []
  }
  const [findings, visits, ledger] = [of(facts.findings), of(facts.visits), of(facts.ledger)]
  const [measures, tests, holders] = [of(facts.measures), of(facts.knowledgeTests), of(facts.roster.holders)]
  return facts.roster.units
    .filter(unit => unit.affiliated && scheme.scope.levels.includes(unit.level))
    .filter(unit => (unit.opensOn ?? day) <= day && (unit.closesOn === undefined || unit.closesOn > day))
    .map(unit => ({
      unit,
      person: personOf(scheme, unit, holders(unit.id), day, change?.answers === 'longestHolder'),
      findings: findings(unit.id),
      visits: visits(unit.id),
      ledger: groupBy(ledger(unit.id), entry => entry.counter),
      measures: new Map(measures(unit.id).map(({ measure, value }) => [measure, exact(value)])),
      tests: tests(unit.id),
    }))
    .toSorted((one, other) => (one.unit.id < other.unit.id ? -1 : 1))
}

function personOf(scheme: Scheme, unit: Unit, holders: readonly Holder[], day: string, longest: boolean) {
  const rule = scheme.scope.answers.find(
    ({ kinds, headedByLeader = unit.headedByLeader }) =>
      headedByLeader === unit.headedByLeader && (kinds === undefined || kinds.includes(unit.kind)),
  )
  if (rule === undefined) return undefined
  const able = holders.filter(
    ({ post, rank }) => post === rule.post && (rule.rank === undefined || rank === rule.rank),
  )
  if (!longest)
    return able
      .filter(({ from = day, to = day }) => from <= day && day <= to)
      .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? 1 : -1))[0]?.person
  const days = new Map<string, number>()
  const [first, last] = [`${scheme.cycle}-01-01`, `${scheme.cycle}-12-31`]
  for (const { person, from = first, to = last } of able) {
    const [start, end] = [from > first ? from : first, to < last ? to : last]
    if (start <= end)
      days.set(person, (days.get(person) ?? 0) + (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1)
  }
  return [...days].toSorted((one, other) => other[1] - one[1])[0]?.[0]
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const own = groups.get(key(item))
    if (own === undefined) groups.set(key(item), [item])
    else own.push(item)
  }
  return groups
}
