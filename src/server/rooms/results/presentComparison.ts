import type { z } from 'zod'
import type { comparisonSchema } from '../../../contract/results/comparisonSchema.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { type Comparison, compareOutcomes, type Movement } from '../../../domain/compare/compareOutcomes.ts'
import type { MovementCause } from '../../../domain/compare/movementCause.ts'
import type { Points } from '../../../domain/kernel/points.ts'

type Told = z.output<typeof comparisonSchema>

/** Compares two outcomes as the contract defines: movements with the places in both, and which consequences begin or end for which units. */
export function presentComparison(one: CycleOutcome, other: CycleOutcome): Told {
  const comparison = compareOutcomes(one, other)
  const sides = [indexOf(one), indexOf(other)] as const
  const movements = comparison.movements.map(movement => presentMovement(movement, sides[0], sides[1]))
  return {
    movements,
    stayed: comparison.stayed,
    counts: countKinds(comparison),
    rulings: comparison.rulings.map(({ id, topic, from, to }) => ({
      id,
      topic,
      from,
      to,
    })),
    causes: comparison.causes.map(({ key, where, units, effect, why }) => ({
      key,
      where,
      units,
      effect: decimal(effect),
      why: [...why],
    })),
    consequences: presentConsequences(one, other),
  }
}

/** An outcome, by unit. */
interface Side {
  readonly outcome: CycleOutcome
  readonly at: (unit: string) => number | undefined
}

function indexOf(outcome: CycleOutcome): Side {
  const places = new Map(outcome.components.appraisees.map(({ unit }, at) => [unit, at]))
  return { outcome, at: unit => places.get(unit) }
}

function presentMovement(
  { unit, name, from, to, places, points, causes, notes }: Movement,
  one: Side,
  other: Side,
): Told['movements'][number] {
  const lead = other.at(unit) ?? one.at(unit)
  const leadUnit = (other.at(unit) === undefined ? one : other).outcome.components.appraisees[lead!]?.leadUnit
  return {
    unit,
    name,
    leadUnit,
    from: presentSide(unit, from, one),
    to: presentSide(unit, to, other),
    places,
    points,
    causes: causes.map(presentCause),
    notes: [...notes],
  }
}

function presentSide(
  unit: string,
  side: Movement['from'],
  { outcome, at }: Side,
): Told['movements'][number]['from'] {
  const place = at(unit)
  const standing = place === undefined ? undefined : outcome.ranking.standings[place]
  const columns = place === undefined ? [] : outcome.components.columns
  return {
    ...side,
    consequences: [...side.consequences],
    fromBottom: standing?.fromBottom,
    components: columns.map(({ component, points }) => {
      const value = points[place!]!
      const { id, name } = component.component
      return { component: id, name, ...(Number.isNaN(value) ? {} : { points: value as Points }) }
    }),
  }
}

function presentCause({
  kind,
  key,
  where,
  citation,
  effect,
  from,
  to,
  why,
}: MovementCause): Told['movements'][number]['causes'][number] {
  return {
    kind,
    key,
    where,
    citation,
    effect: decimal(effect),
    from: from === undefined ? undefined : decimal(from),
    to: to === undefined ? undefined : decimal(to),
    why: [...why],
  }
}

function countKinds({ movements }: Comparison): Told['counts'] {
  const count = (differs: (movement: Movement) => boolean): number => movements.filter(differs).length
  return {
    scores: count(({ from, to }) => from.composite !== to.composite),
    places: count(({ from, to }) => from.place !== to.place),
    grades: count(({ from, to }) => from.grade !== to.grade),
    consequences: count(({ from, to }) => from.consequences.join('\n') !== to.consequences.join('\n')),
  }
}

function presentConsequences(one: CycleOutcome, other: CycleOutcome): Told['consequences'] {
  const [before, after] = [metBy(one), metBy(other)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [was, is] = [before.get(key), after.get(key)]
    const only = (left: Met | undefined, right: Met | undefined) =>
      [...(left?.units ?? [])]
        .filter(([unit]) => right?.units.has(unit) !== true)
        .map(([unit, name]) => ({ unit, name }))
    const [begins, ends] = [only(is, was), only(was, is)]
    const { rule, name, citation } = (is ?? was)!
    return begins.length + ends.length === 0 ? [] : [{ rule, name, citation, begins, ends }]
  })
}

interface Met {
  readonly rule: string
  readonly name: string
  readonly citation: string
  readonly units: Map<string, string>
}

/** Returns which units meet which consequence, in the order of the scheme. */
function metBy({ components, consequences, scheme }: CycleOutcome): ReadonlyMap<string, Met> {
  const met = new Map(
    scheme.consequences.map(({ id, name, citation }) => [
      id,
      { rule: id, name, citation, units: new Map<string, string>() },
    ]),
  )
  components.appraisees.forEach(({ unit, name }, at) => {
    for (const { rule } of consequences.consequences[at]!) met.get(rule)?.units.set(unit, name)
  })
  return met
}

/** Converts thousandths to points, to a millionth. */
function decimal(thousandths: number): number {
  return Math.round(thousandths * 1000) / 1e6
}
