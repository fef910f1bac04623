import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { openWorkbook } from './openWorkbook.ts'
import type { SheetCell, SheetRow } from './sheetCell.ts'

/** 表的一行: its number as people see it, and its texts by heading; days as `2018-12-21`, blank cells left out. */
export interface TableRow {
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

const HEADING_WITHIN = 10

/**
 * 读一张表: of the first sheet that has all these headings in one of its first ten rows, in any order, with other columns between. Rows without content
 * are left out. Refused when it is no workbook (see `openWorkbook`), `tableHeadingsMissing` without the headings, `tableRowsTooMany`.
 */
export function readTable(
  bytes: Uint8Array,
  headings: readonly { readonly name: string; readonly wanted: boolean }[],
  most: number,
): readonly TableRow[] | Refusal {
  const book = openWorkbook(bytes)
  if (isRefusal(book)) return book
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue
    const found = readSheet(sheet.rows(), headings, most)
    if (found !== undefined) return found
  }
  const wanted = headings.filter(heading => heading.wanted).map(heading => heading.name)
  return refuse('tableHeadingsMissing', { wanted: wanted.join('、') })
}

function readSheet(
  rows: Iterable<SheetRow | Refusal>,
  headings: readonly { readonly name: string; readonly wanted: boolean }[],
  most: number,
): readonly TableRow[] | Refusal | undefined {
  let columns: ReadonlyMap<number, string> | undefined
  const table: TableRow[] = []
  for (const row of rows) {
    if (isRefusal(row)) return row
    if (columns === undefined) {
      if (row.row > HEADING_WITHIN) return undefined
      columns = columnsOf(row, headings)
      continue
    }
    const cells = new Map<string, string>()
    for (const [at, name] of columns) {
      const text = textOf(row.cells[at])
      if (text !== '') cells.set(name, text)
    }
    if (cells.size === 0) continue
    if (table.length >= most) return refuse('tableRowsTooMany', { most })
    table.push({ row: row.row, cells })
  }
  return columns === undefined ? undefined : table
}

function columnsOf(
  { cells }: SheetRow,
  headings: readonly { readonly name: string; readonly wanted: boolean }[],
): ReadonlyMap<number, string> | undefined {
  const columns = new Map<number, string>()
  cells.forEach((cell, at) => {
    const text = textOf(cell).replaceAll(/[\s*＊]|（.*）/g, '')
    if (headings.some(heading => heading.name === text) && ![...columns.values()].includes(text))
      columns.set(at, text)
  })
  const there = new Set(columns.values())
  return headings.every(heading => !heading.wanted || there.has(heading.name)) ? columns : undefined
}

function textOf(cell: SheetCell | undefined): string {
  if (cell === undefined) return ''
  if (cell.kind === 'text') return cell.text.trim()
  if (cell.kind === 'number') return String(cell.number)
  if (cell.kind === 'date') return cell.day ?? String(cell.serial)
  return ''
}
