import { HyperFormula } from 'hyperformula'
import { columnLetter } from '../../src/documents/xlsx/sheetCell.ts'
import type { ReadBook, ReadCell } from './readWorkbook.ts'

/** Puts a workbook into HyperFormula: values and formulas, no cached values. */
export function openInHyperFormula(book: ReadBook): HyperFormula {
  const sheets = Object.fromEntries(
    [...book].map(([name, rows]) => {
      const last = Math.max(0, ...rows.keys())
      return [name, Array.from({ length: last }, (_, at) => (rows.get(at + 1) ?? []).map(contentOf))]
    }),
  )
  return HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', smartRounding: false, useColumnIndex: true, maxRows: 1_048_576 })
}

function contentOf(cell: ReadCell | undefined): string | number | boolean | null {
  if (cell === undefined) return null
  if (cell.formula !== undefined) return `=${cell.formula}`
  return typeof cell.value === 'string' ? `'${cell.value}` : (cell.value ?? null)
}

/** Every formula cell whose value recomputed elsewhere is not the one written; an empty text and no value are the same. */
export function differencesFrom(
  book: ReadBook,
  valueAt: (sheet: string, row: number, column: number) => unknown,
): { readonly compared: number; readonly differences: readonly string[] } {
  let compared = 0
  const differences: string[] = []
  for (const [name, rows] of book) {
    for (const [row, cells] of rows) {
      cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return
        compared++
        const found = valueAt(name, row, column)
        if ((found ?? '') !== (cell.value ?? '')) {
          differences.push(`${name}!${columnLetter(column)}${row} =${cell.formula} written ${cell.value} recomputed ${String(found)}`)
        }
      })
    }
  }
  return { compared, differences }
}
