import { DetailedCellError, HyperFormula } from 'hyperformula'
import { columnLetter } from '../../src/files/xlsx/sheetCell.ts'
import type { ReadBook, ReadCell } from './readWorkbook.ts'

/** Gives the value that somebody else has computed for a cell; rows from 1, columns from 0. */
export type ValueAt = (sheet: string, row: number, column: number) => string | number | boolean | undefined

/** Puts a workbook into HyperFormula: values and formulas, none of the values that were written with formulas. */
export function openInHyperFormula(book: ReadBook): HyperFormula {
  const sheets = Object.fromEntries(
    [...book].map(([name, rows]) => {
      const last = Math.max(0, ...rows.keys())
      return [name, Array.from({ length: last }, (_, at) => (rows.get(at + 1) ?? []).map(contentOf))]
    }),
  )
  return HyperFormula.buildFromSheets(sheets, {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useColumnIndex: true,
    maxRows: 1_048_576,
  })
}

/** Reads values out of HyperFormula; an error shows as its sign. */
export function valuesOf(formulas: HyperFormula): ValueAt {
  return (name, row, col) => {
    const value = formulas.getCellValue({ sheet: formulas.getSheetId(name)!, row: row - 1, col })
    return value instanceof DetailedCellError ? `错误 ${value.value}` : (value ?? undefined)
  }
}

function contentOf(cell: ReadCell | undefined): string | number | boolean | null {
  if (cell === undefined) return null
  if (cell.formula !== undefined) return `=${cell.formula}`
  return typeof cell.value === 'string' ? `'${cell.value}` : (cell.value ?? null)
}

/** What a comparison found: how many cells of each sort, and where they differ. */
export interface Comparison {
  readonly formulas: number
  readonly others: number
  readonly differences: readonly string[]
}

/** Compares every cell of a workbook with its values recomputed elsewhere; an empty text and no value are the same. */
export function compareCells(book: ReadBook, valueAt: ValueAt): Comparison {
  let [formulas, others] = [0, 0]
  const differences: string[] = []
  for (const [name, rows] of book) {
    for (const [row, cells] of rows) {
      cells.forEach((cell, column) => {
        if (cell === undefined || (cell.formula === undefined && cell.value === undefined)) return
        if (cell.formula === undefined) others++
        else formulas++
        const found = valueAt(name, row, column)
        if ((found ?? '') === (cell.value ?? '')) return
        const what = cell.formula === undefined ? '' : ` =${cell.formula}`
        differences.push(
          `${name}!${columnLetter(column)}${row}${what} written ${cell.value} recomputed ${found}`,
        )
      })
    }
  }
  return { formulas, others, differences }
}
