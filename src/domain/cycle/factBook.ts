import type { TermKind } from '../kernel/factRefusals.ts'
import { nearestName } from '../kernel/nearestName.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { Roster, Unit } from '../roster/roster.ts'
import type { Component, Method } from '../scheme/component.ts'
import type { Row, Rule } from '../scheme/rubric.ts'
import { indexRulings, type Rulings } from '../scheme/rulings.ts'
import type { Named, Scheme } from '../scheme/scheme.ts'

/** 查验事实用的索引: what facts may name, by id: the scheme's rows, rules and lists, and the roster's units. */
export interface FactBook {
  readonly scheme: Scheme
  readonly rulings: Rulings
  readonly units: ReadonlyMap<string, Unit>
  readonly rows: ReadonlyMap<string, BookRow>
  readonly components: ReadonlyMap<string, Component>
  /** why a unit is not known, or was refused itself; `undefined` for a known unit. */
  unitRefusal(id: string): Refusal | undefined
  /** how a component scores a unit; `undefined` when it does not, or either is unknown. */
  methodOf(component: string, unit: string): Method | undefined
}

/** 细则一行及其规则; `rubric` is absent for rows of the lists outside the rubrics, which meet every unit. */
export interface BookRow {
  readonly row: Row
  readonly rubric?: string
  readonly rules: ReadonlyMap<string, Rule>
}

/** Finding the nearest name among many units is dear; a file of nothing but unknown units must not take minutes. */
const MOST_SEARCHES = 200

/** 编好索引. `refused` are ids and names of units whose own row was refused, so that their facts are not called unknown. */
export function openFactBook(scheme: Scheme, roster: Roster, refused: ReadonlySet<string> = new Set()): FactBook {
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
      return refused.has(id) ? refuse('unitRefused', { unit: id }) : refuse('unknownUnit', { unit: id, ...optional(nearest(id)) })
    },
    methodOf(component, unit) {
      const tier = units.get(unit)?.tier
      return components.get(component)?.methods.find(method => method.tiers === undefined || method.tiers.includes(tier ?? ''))
    },
  }
}

/** 名称不在所列之内: the Refusal for a name that is not among the terms; `undefined` when it is one of their ids. */
export function termRefusal(what: TermKind, name: string, terms: readonly Named[]): Refusal | undefined {
  if (terms.some(term => term.id === name)) return undefined
  const nearest =
    terms.find(term => term.name === name)?.id ??
    nearestName(
      name,
      terms.map(term => term.id),
    )
  return refuse('unknownTerm', { what, name, known: printTerms(terms), ...optional(nearest) })
}

/** 所列各项的书写, the first twenty. */
export function printTerms(terms: readonly Named[]): string {
  const shown = terms.slice(0, 20).map(term => (term.name === term.id ? term.id : `${term.name}（${term.id}）`))
  return shown.join('、') + (terms.length > 20 ? '等' : '')
}

function rowsOf(scheme: Scheme): ReadonlyMap<string, BookRow> {
  const rows = new Map<string, BookRow>()
  for (const rubric of scheme.rubrics) for (const row of rubric.rows) rows.set(row.id, { row, rubric: rubric.id, rules: rulesOf(row) })
  for (const row of scheme.lists) rows.set(row.id, { row, rules: rulesOf(row) })
  return rows
}

function rulesOf(row: Row): ReadonlyMap<string, Rule> {
  return new Map(row.rules.map(rule => [rule.id, rule]))
}

function nearestUnits(roster: Roster): (text: string) => string | undefined {
  const byName = new Map(roster.units.map(unit => [unit.name, unit.id]))
  const known = new Map<string, string | undefined>()
  return text => {
    const id = byName.get(text)
    if (id !== undefined) return id
    if (!known.has(text) && known.size < MOST_SEARCHES) {
      known.set(text, nearestName(text, byName.keys()) ?? nearestName(text, byName.values()))
    }
    return known.get(text)
  }
}

function optional(nearest: string | undefined): { readonly nearest?: string } {
  return nearest === undefined ? {} : { nearest }
}
