import type { Day } from '../../domain/kernel/calendar.ts'

/** A cell with content. A formula keeps its text beside its last computed value. */
export type SheetCell = CellContent & { readonly formula?: string }

/** The content of a cell. A date is its day (absent when the number is out of range); `percent` marks a number shown as a percentage; `format` is the code of a number that is not shown plainly; `empty` is a formula without a value. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'number'; readonly number: number; readonly percent?: true } & Shown)
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | ({ readonly kind: 'date'; readonly day?: Day; readonly serial: number } & Shown)
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'empty' }

interface Shown {
  readonly format?: string
  readonly since1904?: true
}

/** A row of a sheet: its number from 1, as displayed; cells by column from 0. Rows without content are omitted. */
export interface SheetRow {
  readonly row: number
  readonly hidden?: true
  readonly cells: readonly (SheetCell | undefined)[]
}

const LAST_ROW = 1_048_576
/** The number of columns that a sheet can have. */
export const LAST_COLUMN = 16_384

/** Returns the column index of a cell reference: `A7` is 0, `AB7` is 27; `undefined` when it is not one. */
export function columnOf(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > LAST_COLUMN) return undefined
  }
  return column === 0 || at === reference.length ? undefined : column - 1
}

/** Returns the row number of a cell reference: `AB7` is 7. */
export function rowOf(reference: string): number | undefined {
  const found = /^[A-Za-z]{1,3}(\d{1,7})$/.exec(reference)
  const row = Number(found?.[1])
  return found && row >= 1 && row <= LAST_ROW ? row : undefined
}

/** Returns the column letters as displayed: 0 is A, 27 is AB. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** Checks whether a number is a row number: whole and within a sheet's bounds. */
export function isRowNumber(row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= LAST_ROW
}
