import { normalCitation } from '../../domain/kernel/citation.ts'
import { nearestName } from '../../domain/kernel/nearestName.ts'
import { createNearest } from '../../domain/kernel/nearestSearch.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Row } from '../../domain/scheme/rubric.ts'
import type { Rule } from '../../domain/scheme/forms/ruleForms.ts'
import type { Named, Scheme } from '../../domain/scheme/scheme.ts'
import { createNames, createTerms } from '../lists/matchNames.ts'
import { comparable } from '../../domain/kernel/comparable.ts'
import { earlierRuleLabel, rowsOfScheme, ruleLabel } from './ruleLabel.ts'

/** Maps what people write in a workbook (name, id or label) to ids. */
export interface Lexicon {
  unit(text: string): string | Refusal
  /** the id if the text names a unit, otherwise the text itself. */
  unitOrText(text: string): string
  row(text: string): string | Refusal
  /** finds a rule by id, text or drop-down label; the row may be omitted only where it is unambiguous. */
  rule(row: string | undefined, text: string): RuleFound | Refusal
  level(found: RuleFound, text: string): string
  multiplier(found: RuleFound, text: string): string
  person(unit: string, text: string): string
}

/** The rule that was found. */
export interface RuleFound {
  readonly row: string
  readonly rule: string
}

/** Creates the lexicon. `refused` holds ids and names of units whose own row was refused. */
export function createLexicon(scheme: Scheme, roster: Roster, refused: ReadonlySet<string>): Lexicon {
  const findUnit = createNames(roster.units)
  const written = new Set(roster.units.flatMap(unit => [unit.id, unit.name]))
  const refusedAlike = new Set([...refused].map(comparable))
  const nearestUnit = createNearest(() => roster.units.map(unit => unit.name))
  const rows = rowsByText(scheme)
  const people = new Map<string, string>()
  for (const holder of roster.holders) {
    for (const text of [holder.name, holder.person])
      people.set(`${holder.unit}\u0001${comparable(text)}`, holder.person)
  }
  return {
    unit(text) {
      const found = findUnit(text)
      if (found !== undefined && (written.has(text) || !refusedAlike.has(comparable(text)))) return found
      if (refused.has(text) || (found === undefined && refusedAlike.has(comparable(text))))
        return refuse('unitRefused', { unit: text })
      if (typeof found === 'string') {
        const name = roster.units.find(unit => unit.id === found)?.name ?? found
        return refuse('unitAmbiguous', { unit: text, fits: `“${name}”和另一个被退回的单位` })
      }
      const nearest = nearestUnit(text)
      return refuse('unknownUnit', nearest === undefined ? { unit: text } : { unit: text, nearest })
    },
    unitOrText: createTerms(roster.units),
    row(text) {
      const found = rows.get(rowKey(text))
      if (found) return found.id
      const nearest = nearestName(
        text,
        [...rows.values()].map(row => row.id),
      )
      return refuse('unknownRow', nearest === undefined ? { row: text } : { row: text, nearest })
    },
    rule: ruleFinder(scheme, rows),
    level: (found, text) => createTerms(levelsOf(scheme, found))(text),
    multiplier: (found, text) => createTerms(ruleOf(scheme, found)?.multipliers ?? [])(text),
    person: (unit, text) => people.get(`${unit}\u0001${comparable(text)}`) ?? text,
  }
}

/** Normalizes a row number: 附件 四.4, 附件四．4 and 四.4 are one row. */
function rowKey(text: string): string {
  return comparable(normalCitation(text)).replace(/^附件/, '')
}

function rowsByText(scheme: Scheme): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const row of rowsOfScheme(scheme)) {
    const key = rowKey(row.citation)
    if (!rows.has(key)) rows.set(key, row)
  }
  for (const row of rowsOfScheme(scheme)) rows.set(rowKey(row.id), row)
  return rows
}

interface RulePlace {
  readonly row: Row
  readonly rule: Rule
}

function ruleFinder(scheme: Scheme, rows: ReadonlyMap<string, Row>): Lexicon['rule'] {
  const all = rowsOfScheme(scheme).flatMap(row => row.rules.map((rule): RulePlace => ({ row, rule })))
  const labels = new Map(
    [earlierRuleLabel, ruleLabel].flatMap(label =>
      all.map(({ row, rule }) => [comparable(label(row, rule)), { row: row.id, rule: rule.id }] as const),
    ),
  )
  const anywhere = rulesByText(all)
  const inRow = new Map(
    rowsOfScheme(scheme).map(row => [row.id, rulesByText(row.rules.map(rule => ({ row, rule })))]),
  )
  return (rowId, text) => {
    const wanted = comparable(text)
    const labelled = labels.get(wanted)
    if (labelled)
      return rowId === undefined || rowId === labelled.row
        ? labelled
        : refuse('ruleOfOtherRow', { row: rowId, rule: text })
    if (rowId === undefined) return onlyMatch(text, anywhere.get(wanted) ?? [])
    const rule = inRow.get(rowId)?.get(wanted)?.[0]?.rule
    if (rule) return { row: rowId, rule: rule.id }
    const known = (rows.get(rowKey(rowId))?.rules ?? []).map(each => each.text).join('、')
    return refuse('unknownRule', { row: rowId, rule: text, known })
  }
}

/** finds by id before text, so that a rule whose text equals another's id does not hide that rule. */
function rulesByText(places: readonly RulePlace[]): ReadonlyMap<string, readonly RulePlace[]> {
  const found = new Map<string, RulePlace[]>()
  for (const place of places)
    found.set(comparable(place.rule.id), [...(found.get(comparable(place.rule.id)) ?? []), place])
  for (const place of places) {
    const same = found.get(comparable(place.rule.text)) ?? []
    if (!same.includes(place)) found.set(comparable(place.rule.text), [...same, place])
  }
  return found
}

function onlyMatch(text: string, matches: readonly RulePlace[]): RuleFound | Refusal {
  const [only, other] = matches
  if (only && !other) return { row: only.row.id, rule: only.rule.id }
  if (only)
    return refuse('ruleAmbiguous', {
      rule: text,
      known: matches.map(({ row, rule }) => ruleLabel(row, rule)).join('、'),
    })
  return refuse('unknownRule', { row: '（未填行）', rule: text, known: '请先填行，或从下拉列表中选' })
}

function ruleOf(scheme: Scheme, found: RuleFound): Rule | undefined {
  return rowsOfScheme(scheme)
    .find(row => row.id === found.row)
    ?.rules.find(rule => rule.id === found.rule)
}

function levelsOf(scheme: Scheme, found: RuleFound): readonly Named[] {
  const rule = ruleOf(scheme, found)
  return rule && 'levels' in rule ? (rule.levels ?? []) : []
}
