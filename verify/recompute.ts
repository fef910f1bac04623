import {
  compare,
  exact,
  type Fraction,
  least,
  minus,
  most,
  ONE,
  over,
  plus,
  round,
  sum,
  times,
  ZERO,
} from './fraction.ts'
import { type Scored, scoreComponent, shareFacts } from './methods.ts'
import { scoreRow } from './rubric.ts'
import type { Component, Facts, PastYear, Scheme, Standing } from './shapes.ts'
import {
  consequencesOf,
  type Follows,
  type Graded,
  gradesOf,
  listOf,
  type Ranked,
  standingsOf,
} from './standing.ts'
import { type Appraisee, answerOf, appraiseesOf, groupBy } from './year.ts'

/** Everything that the checker computes for one appraisee, apart from the engine. */
export interface Recomputed {
  readonly appraisee: Appraisee
  readonly components: ReadonlyMap<string, Scored>
  readonly lists: ReadonlyMap<string, Fraction>
  readonly composite?: Fraction
  readonly grade?: Graded
  readonly standing?: Standing
  readonly consequences: readonly Follows[]
  readonly conversions: ReadonlyMap<string, Fraction>
  readonly annualGrade?: { readonly annualGrade: string; readonly allowed: boolean }
}

interface RoundingAnswer {
  readonly decimals: number
  readonly half: 'up' | 'even'
  readonly roundComponents: boolean
}

/** Computes a whole year from its scheme, facts and history. */
export function recompute(scheme: Scheme, facts: Facts, history: readonly PastYear[]): readonly Recomputed[] {
  const { decimals, half, roundComponents } = answerOf<RoundingAnswer>(scheme, 'rounding')!
  const kept = (value: Fraction): Fraction => round(value, decimals, half)
  const appraisees = appraiseesOf(scheme, facts)
  const shared = shareFacts(scheme, facts)
  const decided = new Map(
    facts.decisions
      .filter(one => one.kind === 'componentScore')
      .map(one => [`${one.component} ${one.unit}`, exact(one.points!)]),
  )
  const columns = new Map<string, readonly Scored[]>()
  for (const component of scheme.components) {
    const scored = appraisees.map(appraisee => scoreComponent(scheme, component, appraisee, shared))
    const isDecided = appraisees.map(({ unit }) => decided.get(`${component.id} ${unit.id}`))
    const before = scored.map(({ points }, at) => (isDecided[at] === undefined ? points : undefined))
    const points =
      component.conversion === undefined ? before : converted(scheme, component, appraisees, before)
    columns.set(
      component.id,
      scored.map((one, at) => {
        const own = isDecided[at] ?? points[at]
        return { ...one, points: own === undefined || !roundComponents ? own : kept(own) }
      }),
    )
  }
  const vetoed = groupBy(facts.vetoes, ({ unit }) => unit)
  const all = appraisees.map((appraisee, at): Ranked & { lists: Map<string, Fraction> } => {
    const effects = (vetoed.get(appraisee.unit.id) ?? []).flatMap(
      fact => scheme.vetoes?.find(({ id }) => id === fact.veto)?.effect ?? [],
    )
    const components = new Map(
      scheme.components.flatMap(({ id }) => {
        const points = columns.get(id)![at]!.points
        return points === undefined ? [] : [[id, points] as const]
      }),
    )
    const lists = new Map<string, Fraction>()
    let composite = compose(scheme, components)
    if (composite !== undefined) {
      for (const row of scheme.lists ?? []) {
        lists.set(row.id, scoreRow(scheme, row, appraisee, { lead: false, elsewhere: [] }, false).points)
      }
      composite = kept(withEffects(scheme, plus(composite, sum(lists.values())), effects))
    }
    return { appraisee, components, lists, composite, vetoes: effects }
  })
  const standings = standingsOf(scheme, facts, all)
  const grades = gradesOf(scheme, all, standings)
  const proposed = new Map(facts.annualGrades.map(({ unit, annualGrade }) => [unit, annualGrade]))
  const percent = answerOf<{ percent: number }>(scheme, 'performanceConversion')?.percent
  return all.map(({ appraisee, lists, composite }, at) => {
    const unit = appraisee.unit.id
    const [grade, standing] = [grades.get(unit), standings.get(unit)]
    const rule = scheme.annualGradeRules?.find(({ annualGrade }) => annualGrade === proposed.get(unit))
    return {
      appraisee,
      components: new Map(scheme.components.map(({ id }) => [id, columns.get(id)![at]!])),
      lists,
      composite,
      grade,
      standing,
      consequences: consequencesOf(scheme, history, appraisee, grade?.grade, standing),
      conversions: new Map(
        composite === undefined || percent === undefined
          ? []
          : (scheme.conversions ?? []).map(({ id }) => [
              id,
              kept(times(composite, over(exact(percent), exact(100)))),
            ]),
      ),
      annualGrade:
        rule === undefined
          ? undefined
          : {
              annualGrade: rule.annualGrade,
              allowed: grade !== undefined && rule.needs.includes(grade.grade),
            },
    }
  })
}

/** Own figure over the best of the list in which it is ranked, or points by place in it. */
function converted(
  scheme: Scheme,
  component: Component,
  appraisees: readonly Appraisee[],
  before: readonly (Fraction | undefined)[],
) {
  const { kind, full = 0, table = [], step = 0, least: floor = 0 } = component.conversion!
  return before.map((own, at) => {
    if (own === undefined) return undefined
    const cohort = before
      .filter((_, other) => listOf(scheme, appraisees[other]!) === listOf(scheme, appraisees[at]!))
      .flatMap(one => one ?? [])
    if (kind === 'ratioToBest') {
      const best = cohort.reduce((top, one) => most(top, one), ZERO)
      return best.top <= 0n ? undefined : times(over(most(own, ZERO), best), exact(full))
    }
    const place = cohort.filter(one => compare(one, own) > 0).length
    if (place < table.length) return exact(table[place]!)
    const down = times(exact(step), exact(place - table.length + 1))
    return most(minus(exact(table.at(-1) ?? 0), down), exact(floor))
  })
}

/** The weighted sum of the components on the scheme's base; a missing one as R19 says. */
function compose(scheme: Scheme, components: ReadonlyMap<string, Fraction>): Fraction | undefined {
  if (scheme.components.length === 0) return exact(scheme.start ?? 0)
  const missing = answerOf<string>(scheme, 'missingComponent')
  let [total, weight] = [ZERO, ZERO]
  for (const component of scheme.components) {
    const points = components.get(component.id)
    if (points === undefined) {
      if (missing === 'block' || missing === undefined) return undefined
      continue
    }
    const share = over(exact(component.weight), exact(100))
    weight = plus(weight, share)
    total = plus(total, times(over(points, exact(component.base)), share))
  }
  if (weight.top === 0n) return undefined
  if (missing === 'renormalise' && compare(weight, ONE) !== 0) total = over(total, weight)
  return times(total, exact(scheme.base))
}

/** Adds what vetoes take and holds the composite between zero and the base, where no ruling says otherwise. */
function withEffects(
  scheme: Scheme,
  composite: Fraction,
  effects: readonly { kind: string; points?: number }[],
): Fraction {
  let points =
    answerOf<string>(scheme, 'bonusCap') === 'uncapped' ? composite : least(composite, exact(scheme.base))
  for (const { kind, points: taken } of effects) if (kind === 'deduct') points = minus(points, exact(taken!))
  if (answerOf<string>(scheme, 'compositeFloor') !== 'negative') points = most(points, ZERO)
  return effects.some(({ kind }) => kind === 'zero') ? ZERO : points
}
