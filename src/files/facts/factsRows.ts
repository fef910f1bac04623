import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { History } from '../../domain/year/history/history.ts'
import { printPeriod } from '../../domain/kernel/calendar.ts'
import { type Points, toDecimal } from '../../domain/kernel/points.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { CellValue } from '../xlsx/sheetPlan.ts'
import { serialOfDay } from '../xlsx/serialDay.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'
import { createTerms } from '../lists/matchNames.ts'
import { rowsOfScheme, ruleLabel } from './ruleLabel.ts'
import type { RowValues } from './readValues.ts'

/** Contents to prefill: a year's roster and facts, and earlier results, shown in the workbook as a clerk would have typed them. */
export interface Prefill {
  readonly roster: Roster
  readonly facts: CycleFacts
  readonly history?: History
}

/** Generates the prefilled rows of a sheet, cells in column order. Read back, they give the same facts. */
export function factsRows(
  layout: FactsSheet,
  { roster, facts, history }: Prefill,
  scheme: Scheme,
): readonly (readonly CellValue[])[] {
  const writers = layout.columns.map(column => ({
    field: column.field,
    write: writerOf(column, roster, scheme),
  }))
  return valuesOf(layout.list, roster, facts, history).map(values =>
    writers.map(({ field, write }) => (values[field] === undefined ? null : write(values[field], values))),
  )
}

function valuesOf(
  list: FactsSheet['list'],
  roster: Roster,
  facts: CycleFacts,
  history: History | undefined,
): readonly RowValues[] {
  switch (list) {
    case 'units':
    case 'holders':
      return roster[list].map(item => ({ ...item }))
    case 'surveys':
      return facts.surveys.map(({ answers, ...tally }) => ({
        ...tally,
        ...Object.fromEntries(Object.entries(answers).map(([answer, count]) => [`answers.${answer}`, count])),
      }))
    case 'sheets':
      return ballotRows(facts)
    case 'history':
      return (history?.years ?? []).flatMap(({ cycle, entries }) =>
        entries.map(entry => ({ cycle, ...entry })),
      )
    default:
      return facts[list].map(item => ({ ...item }))
  }
}

/** numbers the ballot sheets of each session and class from 1. */
function ballotRows(facts: CycleFacts): readonly RowValues[] {
  const numbers = new Map<string, number>()
  return facts.sheets.flatMap(({ component, session, voterClass, marks }) => {
    const key = [component, session, voterClass].join('\u0001')
    const ballot = (numbers.get(key) ?? 0) + 1
    numbers.set(key, ballot)
    return marks.map(mark => ({ component, session, voterClass, ballot: String(ballot), ...mark }))
  })
}

const QUARTERS = ['', '第一季度', '第二季度', '第三季度', '第四季度'] as const

function writerOf(
  column: FactsColumn,
  roster: Roster,
  scheme: Scheme,
): (value: unknown, values: RowValues) => CellValue {
  switch (column.kind) {
    case 'unit':
    case 'unitOrText':
      return namer(roster.units)
    case 'term':
      return namer(column.terms ?? [])
    case 'termList':
      return value => (value as readonly string[]).map(namer(column.terms ?? [])).join('、')
    case 'marks':
      return value => writeMarks(value as readonly (Points | string)[], namer(column.terms ?? []))
    case 'rule':
      return ruleWriter(scheme)
    case 'unitList':
    case 'rowList':
      return value => (value as readonly string[]).join('、') || null
    case 'decimal':
    case 'percentable':
      return value => toDecimal(value as Points)
    case 'quarter':
      return value => QUARTERS[value as 1] ?? String(value)
    case 'period':
      return value => printPeriod(String(value))
    case 'day':
      return value => serialOfDay(String(value))
    case 'yesNo':
      return value => (value === true ? '是' : '否')
    default:
      return value => value as CellValue
  }
}

/** writes marks with how often each occurs, as `readMarks` reads them. */
function writeMarks(marks: readonly (Points | string)[], name: (value: unknown) => string): string {
  const times = new Map<Points | string, number>()
  for (const mark of marks) times.set(mark, (times.get(mark) ?? 0) + 1)
  return [...times]
    .map(
      ([mark, count]) =>
        `${typeof mark === 'string' ? name(mark) : toDecimal(mark)}${count > 1 ? `×${count}` : ''}`,
    )
    .join('、')
}

/** shows a name where it resolves to the id, otherwise the id itself. */
function namer(terms: readonly { readonly id: string; readonly name: string }[]): (value: unknown) => string {
  const names = new Map(terms.map(term => [term.id, term.name]))
  const idOf = createTerms(terms)
  return value => {
    const name = names.get(String(value))
    return name !== undefined && idOf(name) === value ? name : String(value)
  }
}

function ruleWriter(scheme: Scheme): (value: unknown, values: RowValues) => string {
  const labels = new Map(
    rowsOfScheme(scheme).flatMap(row =>
      row.rules.map(rule => [`${row.id}\u0001${rule.id}`, ruleLabel(row, rule)]),
    ),
  )
  return (value, values) => labels.get(`${values.row as string}\u0001${value as string}`) ?? String(value)
}
