import { openWorkbook } from '../../src/files/xlsx/openWorkbook.ts'
import type { SheetCell } from '../../src/files/xlsx/sheetCell.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'

/** A cell as a plain value, with its formula. */
export interface ReadCell {
  readonly value: string | number | boolean | undefined
  readonly formula?: string
}

/** Sheets by name: rows by number from 1, cells by column from 0. */
export type ReadBook = ReadonlyMap<string, ReadonlyMap<number, readonly (ReadCell | undefined)[]>>

/** Reads all cells of a workbook. */
export function readWorkbook(bytes: Uint8Array): ReadBook {
  const opened = openWorkbook(bytes)
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened))
  return new Map(
    opened.sheets.map(sheet => {
      const rows = new Map<number, readonly (ReadCell | undefined)[]>()
      for (const row of sheet.rows()) {
        if ('code' in row) throw new Error(JSON.stringify(row))
        rows.set(row.row, row.cells.map(readCell))
      }
      return [sheet.name, rows] as const
    }),
  )
}

function readCell(cell: SheetCell | undefined): ReadCell | undefined {
  if (cell === undefined) return undefined
  const formula = cell.formula === undefined ? {} : { formula: cell.formula }
  return { value: valueOf(cell), ...formula }
}

function valueOf(cell: SheetCell): ReadCell['value'] {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.number
    case 'boolean':
      return cell.boolean
    case 'date':
      return cell.serial
    case 'error':
      return `错误 ${cell.error}`
    case 'empty':
      return undefined
  }
}
