import type { RefusedRow } from '../../contract/shape/listImport.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from '../xlsx/openWorkbook.ts'
import type { SheetRow } from '../xlsx/sheetCell.ts'
import type { List } from './defineList.ts'
import { type ColumnPlaces, ListLine } from './listLine.ts'
import { textOf } from './readCell.ts'

/** The result of reading a list: every row with content is accepted or refused. */
export interface ListReading<R> {
  readonly accepted: readonly { readonly row: number; readonly value: R }[]
  readonly refused: readonly RefusedRow[]
}

const HEADING_WITHIN = 10

/**
 * Reads a list from the first visible sheet that has all required headings in one of its first ten rows,
 * in any order, with other columns between; rows without content are skipped. Refused when it is not a
 * workbook (see `openWorkbook`), `tableHeadingsMissing`, `tableRowsTooMany`.
 */
export function readList<C, R, N extends string>(
  list: List<C, R, N>,
  bytes: Uint8Array,
  context: C,
): ListReading<R> | Refusal {
  const book = openWorkbook(bytes)
  if (isRefusal(book)) return book
  for (const sheet of book.sheets) {
    const lines = sheet.hidden ? undefined : linesOf(list, sheet.rows())
    if (lines !== undefined) return isRefusal(lines) ? lines : readLines(list, lines, context)
  }
  const wanted = list.columns.filter(column => column.wanted).map(column => column.name)
  return refuse('tableHeadingsMissing', { wanted: wanted.join('、') })
}

function linesOf<C, R, N extends string>(
  { columns, most }: List<C, R, N>,
  rows: Iterable<SheetRow | Refusal>,
): readonly ListLine<N>[] | Refusal | undefined {
  let places: ColumnPlaces | undefined
  const lines: ListLine<N>[] = []
  for (const row of rows) {
    if (isRefusal(row)) return row
    if (places === undefined) {
      if (row.row > HEADING_WITHIN) return undefined
      const found = placesOf(
        row,
        columns.map(column => column.name),
      )
      if (columns.every(column => !column.wanted || found.has(column.name))) places = found
      continue
    }
    const line = new ListLine<N>(row, places, columns)
    if (columns.every(column => line.bare(column.name) === '')) continue
    if (lines.length >= most) return refuse('tableRowsTooMany', { most })
    lines.push(line)
  }
  return places === undefined ? undefined : lines
}

function placesOf({ cells }: SheetRow, names: readonly string[]): ColumnPlaces {
  const places = new Map<string, number>()
  cells.forEach((cell, at) => {
    const text = textOf(cell).replaceAll(/[\s*＊]|（.*）/g, '')
    if (names.includes(text) && !places.has(text)) places.set(text, at)
  })
  return places
}

function readLines<C, R, N extends string>(
  { read, once }: List<C, R, N>,
  lines: readonly ListLine<N>[],
  context: C,
): ListReading<R> {
  const accepted: { row: number; value: R }[] = []
  const refused: RefusedRow[] = []
  const rowOfKey = new Map<string, number>()
  for (const line of lines) {
    const value = read(line, context)
    if (value !== undefined && line.refused === undefined && once !== undefined) {
      const first = rowOfKey.get(once.key(value))
      if (first === undefined) rowOfKey.set(once.key(value), line.row)
      else line.refuse(once.twin(first), once.column)
    }
    if (line.refused !== undefined) refused.push(line.refused)
    else if (value === undefined) throw new Error(`row ${line.row} was neither read nor refused`)
    else accepted.push({ row: line.row, value })
  }
  return { accepted, refused }
}
