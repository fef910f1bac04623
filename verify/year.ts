import type { Has, List, May } from './fields.ts'
import { exact, type Fraction } from './fraction.ts'
import type { Answer, Component, Fact, Facts, Holder, Method, PastYear, Scheme, Unit } from './shapes.ts'

/** A year to be computed: its scheme, facts and history, and who is appraised. */
export type Year = Inputs & Has<'appraisees', List<Appraisee>>
type Inputs = Has<'scheme', Scheme> & Has<'facts', Facts> & Has<'history', List<PastYear>>

/** One appraisee with the facts about it. */
export type Appraisee = Has<'unit', Unit> &
  May<'person'> &
  Has<'findings' | 'visits' | 'tests', List<Fact>> &
  Has<'ledger', ReadonlyMap<string, List<Fact>>> &
  Has<'measures', ReadonlyMap<string, Fraction>>

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
  const day = `${scheme.cycle}-${answerOf(scheme, 'midYearChange')?.day ?? '12-31'}`
  const of = <T extends { readonly unit: string }>(all: readonly T[]): ((unit: string) => readonly T[]) => {
    const groups = groupBy(all, one => one.unit)
    return unit => groups.get(unit) ?? []
  }
  const [findings, visits, ledger] = [of(facts.findings), of(facts.visits), of(facts.ledger)]
  const [measures, tests, holders] = [of(facts.measures), of(facts.knowledgeTests), of(facts.roster.holders)]
  return facts.roster.units
    .filter(unit => unit.affiliated && scheme.scope.levels.includes(unit.level))
    .filter(unit => (unit.opensOn ?? day) <= day && (unit.closesOn === undefined || unit.closesOn > day))
    .map(unit => ({
      unit,
      person: personOf(scheme, unit, holders(unit.id), day),
      findings: findings(unit.id),
      visits: visits(unit.id),
      ledger: groupBy(ledger(unit.id), entry => entry.counter),
      measures: new Map(measures(unit.id).map(({ measure, value }) => [measure, exact(value)])),
      tests: tests(unit.id),
    }))
    .toSorted((one, other) => (one.unit.id < other.unit.id ? -1 : 1))
}

/** Who answers for a unit: the holder of the post on the day, the latest first, or the one who held it longest. */
function personOf(scheme: Scheme, unit: Unit, holders: readonly Holder[], day: string): string | undefined {
  const rule = scheme.scope.answers.find(
    ({ kinds, headedByLeader = unit.headedByLeader }) =>
      headedByLeader === unit.headedByLeader && (kinds === undefined || kinds.includes(unit.kind)),
  )
  const able = holders.filter(one => one.post === rule?.post && (rule.rank ?? one.rank) === one.rank)
  if (answerOf(scheme, 'midYearChange')?.answers !== 'longestHolder')
    return able
      .filter(({ from = day, to = day }) => from <= day && day <= to)
      .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? 1 : -1))[0]?.person
  const days = new Map<string, number>()
  const [first, last] = [`${scheme.cycle}-01-01`, `${scheme.cycle}-12-31`]
  for (const { person, from = first, to = last } of able) {
    const [start, end] = [from > first ? from : first, to < last ? to : last]
    const held = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1
    if (held > 0) days.set(person, (days.get(person) ?? 0) + held)
  }
  return [...days].toSorted((one, other) => other[1] - one[1])[0]?.[0]
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    if (!groups.has(key(item))) groups.set(key(item), [])
    groups.get(key(item))!.push(item)
  }
  return groups
}
