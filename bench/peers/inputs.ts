import type { BenchUnit } from '../benchUnits.ts'
import type { RubricTerms } from '../ruleTerms.ts'

/** Rule names in the rubric's order: the positions of positional inputs. */
export function namesOf({ rows }: RubricTerms): readonly string[] {
  return rows.flatMap(row => row.rules.map(rule => rule.name))
}

/** Every rule's count by name. */
export function asObjects(units: readonly BenchUnit[]): readonly Readonly<Record<string, number>>[] {
  return units.map(unit => unit.counts)
}

/** The counts that are not zero, by name. */
export function asSparseObjects(units: readonly BenchUnit[]): readonly Readonly<Record<string, number>>[] {
  return units.map(unit => Object.fromEntries(Object.entries(unit.counts).filter(([, count]) => count > 0)))
}

/** Every rule's count by position. */
export function asArrays(
  names: readonly string[],
  units: readonly BenchUnit[],
): readonly (readonly number[])[] {
  return units.map(unit => names.map(name => unit.counts[name]!))
}

/** In groups of `size`, the last one shorter. */
export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}
