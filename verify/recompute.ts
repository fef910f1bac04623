import * as fraction from './fraction.ts'
import { exact, type Fraction, minus, most, over, plus, times, ZERO } from './fraction.ts'
import { type Scored, scoreComponent, shareFacts } from './methods.ts'
import { scoreRow } from './rubric.ts'
import type { Component, Facts, Issue, PastYear, Scheme, UnitResult, VetoEffect } from './shapes.ts'
import { consequencesOf, gradesOf, listOf, type Ranked, standingsOf } from './standing.ts'
import { type Appraisee, answerOf, groupBy, wordOf } from './year.ts'

/** Computes a whole year from its scheme, facts and history: the results as a file has them, in fractions. */
export function recompute(
  scheme: Scheme,
  facts: Facts,
  history: readonly PastYear[],
  appraisees: readonly Appraisee[],
): readonly UnitResult<Fraction>[] {
  const { decimals, half, roundComponents } = answerOf(scheme, 'rounding')!
  const kept = (value: Fraction): Fraction => fraction.round(value, decimals, half)
  const columns = scoreColumns(scheme, facts, appraisees, roundComponents ? kept : value => value)
  const vetoed = groupBy(facts.vetoes, ({ unit }) => unit)
  const all = appraisees.map((appraisee, at): Ranked & { readonly lists: Record<string, Fraction> } => {
    const vetoes = (vetoed.get(appraisee.unit.id) ?? []).flatMap(
      fact => scheme.vetoes?.find(({ id }) => id === fact.veto)?.effect ?? [],
    )
    const components = new Map(
      [...columns].flatMap(([id, column]) => {
        const { points } = column[at]!
        return points === undefined ? [] : [[id, points] as const]
      }),
    )
    const composed = compose(scheme, components)
    if (composed === undefined) return { appraisee, components, lists: {}, vetoes }
    const view = { lead: false, elsewhere: [] }
    const lists = (scheme.lists ?? []).map(
      row => [row.id, scoreRow(scheme, row, appraisee, view, false).points] as const,
    )
    const total = lists.reduce((sum, [, points]) => plus(sum, points), composed)
    const composite = kept(withEffects(scheme, total, vetoes))
    return { appraisee, components, lists: Object.fromEntries(lists), composite, vetoes }
  })
  const standings = standingsOf(scheme, facts, all)
  const grades = gradesOf(scheme, all, standings)
  const proposed = new Map(facts.annualGrades.map(({ unit, annualGrade }) => [unit, annualGrade]))
  const percent = answerOf(scheme, 'performanceConversion')?.percent
  return all.map(({ appraisee, lists, composite }, at) => {
    const { id: unit, name } = appraisee.unit
    const [grade, standing] = [grades.get(unit), standings.get(unit)]
    const rule = scheme.annualGradeRules?.find(({ annualGrade }) => annualGrade === proposed.get(unit))
    const converted = composite === undefined || percent === undefined ? [] : (scheme.conversions ?? [])
    return {
      unit,
      name,
      person: appraisee.person,
      components: scheme.components.map(({ id: component }) => {
        const { points, rounds } = columns.get(component)![at]!
        return { component, points: points && kept(points), rounds }
      }),
      lists,
      composite,
      grade,
      standing,
      consequences: consequencesOf(scheme, history, appraisee, grade?.grade, standing),
      conversions: converted.map(({ id: target }) => ({
        target,
        points: kept(percentOf(composite!, percent!)),
      })),
      annualGrade: rule && {
        annualGrade: rule.annualGrade,
        allowed: rule.needs.includes(grade?.grade ?? ''),
      },
      issues: [
        ...lostIn(
          scheme,
          [...columns.values()].map(column => column[at]!),
        ),
      ],
    }
  })
}

/** The scores of each component, by appraisee; what the committee decided goes before what was computed. */
function scoreColumns(
  scheme: Scheme,
  facts: Facts,
  appraisees: readonly Appraisee[],
  kept: (value: Fraction) => Fraction,
): ReadonlyMap<string, readonly Scored[]> {
  const shared = shareFacts(scheme, facts)
  const scores = facts.decisions.filter(({ kind }) => kind === 'componentScore')
  const decided = new Map(
    scores.map(({ component, unit, points }) => [`${component} ${unit}`, exact(points!)]),
  )
  return new Map(
    scheme.components.map(component => {
      const scored = appraisees.map(appraisee => scoreComponent(scheme, component, appraisee, shared))
      const settled = appraisees.map(({ unit }) => decided.get(`${component.id} ${unit.id}`))
      const before = scored.map(({ points }, at) => (settled[at] === undefined ? points : undefined))
      const points =
        component.conversion === undefined ? before : convert(scheme, component, appraisees, before)
      return [component.id, scored.map((one, at) => withPoints(one, settled[at] ?? points[at], kept))]
    }),
  )
}

function withPoints(
  scored: Scored,
  points: Fraction | undefined,
  kept: (value: Fraction) => Fraction,
): Scored {
  return { ...scored, points: points && kept(points) }
}

/** Points lost by row over the whole year, as the list of issues carries them (五（二）). */
function* lostIn(scheme: Scheme, scored: readonly Scored[]): Generator<Issue<Fraction>> {
  const rows = new Map(
    (scheme.rubrics ?? []).flatMap(rubric => rubric.rows.map(row => [row.id, row] as const)),
  )
  for (const { year } of scored)
    for (const [row, points] of Object.entries(year?.rows ?? {})) {
      const lost = minus(exact(rows.get(row)!.base), points)
      if (lost.top > 0n) yield { kind: 'rowLost', row, lost }
    }
}

/** Own figure over the best of the list in which it is ranked, or points by place in it. */
function convert(
  scheme: Scheme,
  component: Component,
  appraisees: readonly Appraisee[],
  before: readonly (Fraction | undefined)[],
): readonly (Fraction | undefined)[] {
  const { kind, full = 0, table = [], step = 0, least: floor = 0 } = component.conversion!
  const lists = appraisees.map(appraisee => listOf(scheme, appraisee))
  return before.map((own, at) => {
    if (own === undefined) return undefined
    const others = before.flatMap((one, other) =>
      one !== undefined && lists[other] === lists[at] ? one : [],
    )
    if (kind === 'ratioToBest') {
      const best = others.reduce(most, ZERO)
      return best.top <= 0n ? undefined : times(over(most(own, ZERO), best), exact(full))
    }
    const place = others.filter(one => fraction.compare(one, own) > 0).length
    if (place < table.length) return exact(table[place]!)
    const down = times(exact(step), exact(place - table.length + 1))
    return most(minus(exact(table.at(-1) ?? 0), down), exact(floor))
  })
}

function percentOf(figure: Fraction, percent: number): Fraction {
  return times(figure, over(exact(percent), exact(100)))
}

/** The weighted sum of the components on the scheme's base; a missing one as R19 says. */
function compose(scheme: Scheme, scores: ReadonlyMap<string, Fraction>): Fraction | undefined {
  if (scheme.components.length === 0) return exact(scheme.start ?? 0)
  const missing = wordOf(scheme, 'missingComponent') ?? 'block'
  if (scores.size === 0 || (missing === 'block' && scores.size < scheme.components.length)) return undefined
  let [total, weight] = [ZERO, ZERO]
  for (const { id, base, weight: own } of scheme.components) {
    const points = scores.get(id)
    if (points === undefined) continue
    weight = plus(weight, exact(own))
    total = plus(total, percentOf(over(points, exact(base)), own))
  }
  if (missing === 'renormalise') total = times(total, over(exact(100), weight))
  return times(total, exact(scheme.base))
}

/** Adds what vetoes take and holds the composite between zero and the base, where no ruling says otherwise. */
function withEffects(scheme: Scheme, composite: Fraction, effects: readonly VetoEffect[]): Fraction {
  const isFree = wordOf(scheme, 'bonusCap') === 'uncapped'
  let points = isFree ? composite : fraction.least(composite, exact(scheme.base))
  for (const { kind, points: taken } of effects) if (kind === 'deduct') points = minus(points, exact(taken!))
  if (wordOf(scheme, 'compositeFloor') !== 'negative') points = most(points, ZERO)
  return effects.some(({ kind }) => kind === 'zero') ? ZERO : points
}
