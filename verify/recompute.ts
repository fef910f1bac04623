import { exact, type Fraction, largest, sum, ZERO } from './fraction.ts'
import { type Scored, scoreAll } from './methods.ts'
import { scoreRow } from './rubric.ts'
import type { Component, Scheme, UnitResult, VetoEffect } from './shapes.ts'
import { consequencesOf, gradesOf, listOf, type Ranked, standingsOf } from './standing.ts'
import { answerOf, groupBy, wordOf, type Year } from './year.ts'

type Rounding = (value: Fraction) => Fraction
type Column = readonly (Fraction | undefined)[]

/** Computes a whole year: the results as a file has them, in fractions. */
export function recompute(year: Year): readonly UnitResult<Fraction>[] {
  const { scheme, facts, appraisees } = year
  const { decimals, half, roundComponents } = answerOf(scheme, 'rounding')!
  const rounded: Rounding = value => value.round(decimals, half)
  const columns = scheme.components.map(component => ({
    component: component.id,
    scores: scoreColumn(year, component, roundComponents ? rounded : value => value),
  }))
  const vetoed = groupBy(facts.vetoes, ({ unit }) => unit)
  const all = appraisees.map((appraisee, at): Ranked & { readonly lists: Record<string, Fraction> } => {
    const facts = vetoed.get(appraisee.unit.id) ?? []
    const vetoes = facts.flatMap(fact => scheme.vetoes?.find(({ id }) => id === fact.veto)?.effect ?? [])
    const scores = columns.flatMap(({ component, scores }) => {
      const { points } = scores[at]!
      return points === undefined ? [] : [[component, points] as const]
    })
    const components = new Map(scores)
    const composed = compose(scheme, components)
    if (composed === undefined) return { appraisee, components, lists: {}, vetoes }
    const lists = (scheme.lists ?? []).map(
      row => [row.id, scoreRow(row, { scheme, appraisee }).points] as const,
    )
    const total = composed.plus(sum(lists.map(([, points]) => points)))
    const composite = rounded(withEffects(scheme, total, vetoes))
    return { appraisee, components, lists: Object.fromEntries(lists), composite, vetoes }
  })
  const standings = standingsOf(year, all)
  const grades = gradesOf(scheme, all, standings)
  const proposed = new Map(facts.annualGrades.map(({ unit, annualGrade }) => [unit, annualGrade]))
  const percent = answerOf(scheme, 'performanceConversion')?.percent
  return all.map(({ appraisee, lists, composite }, at) => {
    const { id: unit, name } = appraisee.unit
    const [grade, standing] = [grades.get(unit), standings.get(unit)]
    const rule = scheme.annualGradeRules?.find(({ annualGrade }) => annualGrade === proposed.get(unit))
    const converted = composite?.times(percent ?? 0).over(100)
    const targets = (percent !== undefined && converted && scheme.conversions) || []
    const conversions = targets.map(({ id }) => ({ target: id, points: rounded(converted!) }))
    return {
      unit,
      name,
      person: appraisee.person,
      personName: facts.roster.holders.find(one => one.unit === unit && one.person === appraisee.person)
        ?.name,
      components: columns.map(({ component, scores }) => {
        const { points, rounds } = scores[at]!
        return { component, points: points && rounded(points), rounds }
      }),
      lists,
      composite,
      grade,
      standing,
      consequences: consequencesOf(year, appraisee, grade?.grade, standing),
      conversions,
      annualGrade: rule && {
        annualGrade: rule.annualGrade,
        allowed: rule.needs.includes(grade?.grade ?? ''),
      },
      issues: columns.flatMap(({ scores }) => scores[at]!.year?.lost ?? []),
    }
  })
}

/** The scores of a component, by appraisee; what the committee decided goes before what was computed. */
function scoreColumn(year: Year, component: Component, rounded: Rounding): readonly Scored[] {
  const decided = new Map(
    year.facts.decisions
      .filter(one => one.kind === 'componentScore' && one.component === component.id)
      .map(({ unit, points }) => [unit, exact(points!)]),
  )
  const settled = year.appraisees.map(({ unit }) => decided.get(unit.id))
  const scores = scoreAll(year, component)
  const computed = scores.map(({ points }, at) => (settled[at] === undefined ? points : undefined))
  const converted = component.conversion === undefined ? computed : convert(year, component, computed)
  return scores.map((one, at) => {
    const points = settled[at] ?? converted[at]
    return { ...one, points: points && rounded(points) }
  })
}

/** Own figure over the best of the list in which it is ranked, or points by place in it. */
function convert({ scheme, appraisees }: Year, { conversion }: Component, before: Column): Column {
  const { kind, full = 0, table = [], step = 0, least = 0 } = conversion!
  const lists = appraisees.map(appraisee => listOf(scheme, appraisee))
  return before.map((own, at) => {
    if (own === undefined) return undefined
    const others = before.filter((one, other) => one !== undefined && lists[other] === lists[at])
    if (kind === 'ratioToBest') {
      const best = largest(others as readonly Fraction[])
      return best.top === 0n ? undefined : own.atLeast(0).over(best).times(full)
    }
    const place = others.filter(one => one!.compare(own) > 0).length
    if (place < table.length) return exact(table[place]!)
    return exact(table.at(-1) ?? 0)
      .minus(exact(step).times(place - table.length + 1))
      .atLeast(least)
  })
}

/** The weighted sum of the components on the scheme's base; a missing one as R19 says. */
function compose(scheme: Scheme, scores: ReadonlyMap<string, Fraction>): Fraction | undefined {
  if (scheme.components.length === 0) return exact(scheme.start ?? 0)
  const missing = wordOf(scheme, 'missingComponent') ?? 'block'
  if (scores.size === 0 || (missing === 'block' && scores.size < scheme.components.length)) return undefined
  const had = scheme.components.filter(({ id }) => scores.has(id))
  const total = sum(had.map(({ id, base, weight }) => scores.get(id)!.over(base).times(weight)))
  const weight = missing === 'renormalise' ? sum(had.map(one => exact(one.weight))) : exact(100)
  return total.over(weight).times(scheme.base)
}

/** Adds what vetoes take and holds the composite between zero and the base, where no ruling says otherwise. */
function withEffects(scheme: Scheme, composite: Fraction, effects: readonly VetoEffect[]): Fraction {
  const isFree = wordOf(scheme, 'bonusCap') === 'uncapped'
  const taken = sum(effects.filter(({ kind }) => kind === 'deduct').map(({ points }) => exact(points!)))
  const points = (isFree ? composite : composite.atMost(scheme.base)).minus(taken)
  if (effects.some(({ kind }) => kind === 'zero')) return ZERO
  return wordOf(scheme, 'compositeFloor') === 'negative' ? points : points.atLeast(0)
}
