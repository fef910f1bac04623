import { cellText } from './cellText.ts'
import type { Column } from './column.ts'

/** Pixels that a character of a column takes. */
const CHARACTER = 8

/** Returns a list as it is saved: every column that says something, also those that are not shown. */
export function savedTable<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const told = columns.filter(column => column.sort !== false || rows.some(row => cellText(column, row)))
  return {
    name: label,
    columns: told.map(column => [column.title, Math.round(column.width / CHARACTER)] as const),
    rows: rows.map(row => told.map(column => cellOf(column, row))),
  }
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const value = cellText(column, row) ?? null
  return column.kind === 'points' ? { value, style: { format: '0.00#' } } : value
}
