import { createNearest } from '../../kernel/nearestSearch.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Roster, Unit } from '../roster/roster.ts'
import type { Component, Method } from '../../scheme/component.ts'
import type { Row } from '../../scheme/rubric.ts'
import type { Rule } from '../../scheme/forms/ruleForms.ts'
import { methodOf } from '../../scheme/methods.ts'
import { indexRulings, type Rulings } from '../../scheme/rulings.ts'
import type { Scheme } from '../../scheme/scheme.ts'

/** Index for checking facts (查验事实用的索引): what facts may name, by id: the scheme's rows, rules and lists, and the roster's units. */
export interface FactBook {
  readonly scheme: Scheme
  readonly rulings: Rulings
  readonly units: ReadonlyMap<string, Unit>
  readonly rows: ReadonlyMap<string, BookRow>
  readonly components: ReadonlyMap<string, Component>
  /** Returns why a unit is unknown or was itself refused; `undefined` for a known unit. */
  unitRefusal(id: string): Refusal | undefined
  /** Returns how a component scores a unit; `undefined` when it does not, or either is unknown. */
  methodOf(component: string, unit: string): Method | undefined
}

/** A rubric row with its rules (细则一行及其规则). `rubric` is absent for rows of lists outside the rubrics, which apply to every unit. */
export interface BookRow {
  readonly row: Row
  readonly rubric?: string
  readonly rules: ReadonlyMap<string, Rule>
}

/** Creates the index (编好索引). `refused` holds ids and names of units whose own row was refused, so that their facts are not called unknown. */
export function createFactBook(
  scheme: Scheme,
  roster: Roster,
  refused: ReadonlySet<string> = new Set(),
): FactBook {
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const components = new Map(scheme.components.map(component => [component.id, component]))
  const nearest = nearestUnits(roster)
  return {
    scheme,
    rulings: indexRulings(scheme),
    units,
    rows: rowsOf(scheme),
    components,
    unitRefusal(id) {
      if (units.has(id)) return undefined
      if (refused.has(id)) return refuse('unitRefused', { unit: id })
      const near = nearest(id)
      return refuse('unknownUnit', near === undefined ? { unit: id } : { unit: id, nearest: near })
    },
    methodOf(component, unit) {
      const known = components.get(component)
      return known && methodOf(known, units.get(unit)?.tier ?? '')
    },
  }
}

function rowsOf(scheme: Scheme): ReadonlyMap<string, BookRow> {
  const rows = new Map<string, BookRow>()
  for (const rubric of scheme.rubrics)
    for (const row of rubric.rows) rows.set(row.id, { row, rubric: rubric.id, rules: rulesOf(row) })
  for (const row of scheme.lists) rows.set(row.id, { row, rules: rulesOf(row) })
  return rows
}

function rulesOf(row: Row): ReadonlyMap<string, Rule> {
  return new Map(row.rules.map(rule => [rule.id, rule]))
}

function nearestUnits(roster: Roster): (text: string) => string | undefined {
  const byName = new Map(roster.units.map(unit => [unit.name, unit.id]))
  const [nearestOfNames, nearestOfIds] = [
    createNearest(() => byName.keys()),
    createNearest(() => byName.values()),
  ]
  return text => byName.get(text) ?? nearestOfNames(text) ?? nearestOfIds(text)
}
