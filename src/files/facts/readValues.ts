import { faultIn, type FactFault } from '../../domain/kernel/factFault.ts'
import { isPoints, type Points, points } from '../../domain/kernel/points.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { columnLetter, type SheetCell, type SheetRow } from '../xlsx/sheetCell.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'
import { type Lexicon, type RuleFound } from './lexicon.ts'
import { createTerms } from '../lists/matchNames.ts'
import { hasFullWidth, plainText } from '../lists/plainText.ts'
import {
  type CellReading,
  isBlank,
  readDay,
  readNumber,
  readPeriod,
  readPoints,
  readQuarter,
  readText,
  readYear,
  readYesNo,
  refuseCell,
  splitList,
} from '../lists/readCell.ts'
import type { Heading } from './readHeading.ts'

/** The fields read from a row; absent where the cell is blank. */
export type RowValues = Record<string, unknown>

/** A row that was read. */
interface ValuesRead {
  readonly values: RowValues
  readonly faults: readonly FactFault[]
  readonly notices: readonly FactFault[]
}

/** Creates the row reader of a sheet: reads the cells of a row by the columns' kinds, then resolves what depends on another cell (rule on row, person on unit). */
export function createValueReader(
  layout: FactsSheet,
  cycle: number,
  lexicon: Lexicon | undefined,
): (row: SheetRow, heading: Heading) => ValuesRead {
  const terms = new Map(layout.columns.map(column => [column.field, createTerms(column.terms ?? [])]))
  return (row, heading) => {
    const values: RowValues = {}
    const faults: FactFault[] = []
    const notices: FactFault[] = []
    for (const column of layout.columns) {
      const at = heading.places.get(column.field)
      const cell = at === undefined ? undefined : row.cells[at]
      if (cell === undefined || isBlank(cell)) {
        if (column.required) faults.push(faultIn(column.field, refuse('cellEmpty', {})))
        continue
      }
      const reading = refuseCell(cell) ?? readKind(column, cell, cycle, lexicon, terms.get(column.field)!)
      if ('code' in reading) faults.push(faultIn(column.field, reading))
      else {
        values[column.field] = reading.value
        if (reading.notice) notices.push(faultIn(column.field, reading.notice))
        if (cell.formula !== undefined)
          notices.push(faultIn(column.field, refuse('tookFormula', { formula: cell.formula })))
      }
    }
    if (lexicon) settle(values, faults, lexicon)
    return { values, faults, notices }
  }
}

/** Finds content outside the table when none of our columns holds anything: its place and value. */
export function strayCell(
  row: SheetRow,
  heading: Heading,
): { readonly cell: SheetCell; readonly at: number } | undefined {
  let stray: { readonly cell: SheetCell; readonly at: number } | undefined
  for (let at = 0; at < row.cells.length; at++) {
    const cell = row.cells[at]
    if (cell === undefined || isBlank(cell)) continue
    if (heading.columns.has(at)) return undefined
    stray ??= { cell, at }
  }
  return stray
}

/** Returns a cell address: D5. */
export function cellName(at: number, row: number): string {
  return `${columnLetter(at)}${row}`
}

function readKind(
  column: FactsColumn,
  cell: SheetCell,
  cycle: number,
  lexicon: Lexicon | undefined,
  term: (text: string) => string,
): CellReading<unknown> {
  switch (column.kind) {
    case 'count':
      return readNumber(cell)
    case 'decimal':
      return readPoints(cell)
    case 'percentable':
      return readPoints(cell, true)
    case 'quarter':
      return readQuarter(cell)
    case 'period':
      return readPeriod(cell, cycle)
    case 'day':
      return readDay(cell)
    case 'yesNo':
      return readYesNo(cell)
    case 'year':
      return readYear(cell)
    default:
      return readNamed(column, cell, lexicon, term)
  }
}

function readNamed(
  column: FactsColumn,
  cell: SheetCell,
  lexicon: Lexicon | undefined,
  term: (text: string) => string,
): CellReading<unknown> {
  const reading = readText(cell)
  if ('code' in reading) return reading
  const text = reading.value
  switch (column.kind) {
    case 'code':
      return readCode(text)
    case 'term':
      return { value: term(text) }
    case 'termList':
      return { value: splitList(text).map(term) }
    case 'marks':
      return readMarks(text, term)
    case 'unit':
      return asReading(lexicon?.unit(text) ?? text)
    case 'unitOrText':
      return { value: lexicon?.unitOrText(text) ?? text }
    case 'unitList':
      return { value: splitList(text) }
    case 'row':
      return asReading(lexicon?.row(text) ?? text)
    case 'rowList':
      return { value: splitList(text).map(each => rowOrText(each, lexicon)) }
    default:
      return { value: text }
  }
}

/** Reads marks: points or names of grades, each with how often it occurs: `95×3、88`, `优秀×2`. */
function readMarks(text: string, term: (text: string) => string): CellReading<readonly (Points | string)[]> {
  const marks: (Points | string)[] = []
  for (const piece of splitList(text)) {
    const [, name = '', times = '1'] = /^(.+?)(?:\s*[×xX*]\s*(\d{1,4}))?$/.exec(plainText(piece)) ?? []
    const isFigure = /^\d+(\.\d+)?$/.test(name)
    if (name === '' || (isFigure && !isPoints(Number(name))))
      return refuse('cellWrongKind', { expected: 'marks', found: piece })
    const mark = isFigure ? points(Number(name)) : term(name)
    for (let at = 0; at < Number(times); at++) marks.push(mark)
  }
  return { value: marks }
}

/** Folds a code to half width without spaces; full-width signs are told. */
function readCode(text: string): CellReading<string> {
  const taken = plainText(text).replaceAll(' ', '')
  return hasFullWidth(text)
    ? { value: taken, notice: refuse('tookFullWidth', { found: text, taken }) }
    : { value: taken }
}

function rowOrText(text: string, lexicon: Lexicon | undefined): string {
  const row = lexicon?.row(text) ?? text
  return typeof row === 'string' ? row : text
}

function asReading(found: string | Refusal): CellReading<string> {
  return typeof found === 'string' ? { value: found } : found
}

function settle(values: RowValues, faults: FactFault[], lexicon: Lexicon): void {
  if (typeof values.rule === 'string' && !faults.some(fault => fault.field === 'row')) {
    const found = lexicon.rule(values.row as string | undefined, values.rule)
    if ('code' in found) faults.push(faultIn('rule', found))
    else settleRule(values, found, lexicon)
  }
  if (typeof values.person === 'string' && typeof values.unit === 'string')
    values.person = lexicon.person(values.unit, values.person)
}

function settleRule(values: RowValues, found: RuleFound, lexicon: Lexicon): void {
  values.row = found.row
  values.rule = found.rule
  if (typeof values.level === 'string') values.level = lexicon.level(found, values.level)
  if (typeof values.multiplier === 'string') values.multiplier = lexicon.multiplier(found, values.multiplier)
}
