import type { ReadBook, ReadCell } from './readWorkbook.ts'
import type { ValueAt } from './recompute.ts'

/** A table of the workbook by its headings (row 4) and by 单位编号. */
export interface TableCells {
  readonly headings: readonly string[]
  /** the first line of each unit, by the unit's id. */
  readonly units: ReadonlyMap<string, number>
  readonly column: (heading: string) => number
  readonly cell: (unit: string, heading: string) => ReadCell | undefined
  readonly value: (unit: string, heading: string) => ReturnType<ValueAt>
}

/** Opens a table by name; values come from `valueAt` where it is given, from the workbook itself otherwise. */
export function tableCells(book: ReadBook, name: string, valueAt?: ValueAt): TableCells {
  const rows = book.get(name)
  if (rows === undefined) throw new Error(`no sheet ${name}`)
  const headings = (rows.get(4) ?? []).map(cell => String(cell?.value ?? '').replace('\n', ' '))
  const column = (heading: string): number => {
    const at = headings.indexOf(heading)
    if (at === -1) throw new Error(`no heading ${heading} in ${headings.join('|')}`)
    return at
  }
  const units = new Map<string, number>()
  for (const [row, cells] of rows) {
    const unit = cells[1]?.value
    if (row > 4 && unit !== undefined && !units.has(String(unit))) units.set(String(unit), row)
  }
  const cell = (unit: string, heading: string): ReadCell | undefined =>
    rows.get(units.get(unit) ?? 0)?.[column(heading)]
  const value = (unit: string, heading: string): ReturnType<ValueAt> =>
    valueAt === undefined ? cell(unit, heading)?.value : valueAt(name, units.get(unit)!, column(heading))
  return { headings, units, column, cell, value }
}
