import type { RefusedRow } from '../../contract/shape/listImport.ts'
import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import type { Day } from '../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { columnLetter, type SheetRow } from '../xlsx/sheetCell.ts'
import type { ListColumn } from './defineList.ts'
import { dayOfText, textOf } from './readCell.ts'

/** Positions of a list's columns in a sheet, by name. */
export type ColumnPlaces = ReadonlyMap<string, number>

/** A row of a list being read. Each method refuses the row where the cell does not hold the requested value; the first reason counts. */
export class ListLine<N extends string = string> {
  readonly row: number
  /** why the row is refused, if it is. */
  refused: RefusedRow | undefined
  readonly #cells: SheetRow['cells']
  readonly #places: ColumnPlaces
  readonly #columns: ReadonlyMap<string, ListColumn<never>>

  constructor(row: SheetRow, places: ColumnPlaces, columns: readonly ListColumn<never>[]) {
    this.row = row.row
    this.#cells = row.cells
    this.#places = places
    this.#columns = new Map(columns.map(column => [column.name, column]))
  }

  /** the text of a cell, unchecked. */
  bare(name: N): string {
    const at = this.#places.get(name)
    return at === undefined ? '' : textOf(this.#cells[at])
  }

  /** the text, no longer than the column allows; empty where the cell is blank and may be. */
  text(name: N): string {
    const { wanted, most } = this.#columns.get(name)!
    const text = this.bare(name)
    if (wanted && text === '') this.wrong(name, '')
    if (most !== undefined && text.length > most) this.wrong(name, `不超过${most}字的${name}`)
    return text
  }

  day(name: N): Day | undefined {
    const text = this.text(name)
    const day = dayOfText(text)
    if (text !== '' && day === undefined) this.wrong(name, '日期，如2018-07-06')
    return day
  }

  /** a whole number, with or without 人 after it. */
  count(name: N): number | undefined {
    const text = this.text(name).replace(/人$/, '')
    if (text === '' || /^\d{1,6}$/.test(text)) return text === '' ? undefined : Number(text)
    return this.wrong(name, '整数')
  }

  /** the id of a unit, by its name or id. */
  unit(name: N, find: (text: string) => string | undefined): string | undefined {
    const text = this.text(name)
    const id = text === '' ? undefined : find(text)
    if (text === '' || id !== undefined) return id
    return this.refuse(`名册中没有单位“${text}”；请按名册填写全称或编号`, name)
  }

  /** refuses the row for a cell with a wrong value, or a blank one. */
  wrong(column: N, wanted: string): undefined {
    const cell = this.bare(column)
    return this.refuse(
      cell === ''
        ? refuse('listCellMissing', { column })
        : refuse('listCellWrong', { column, cell: cell.slice(0, 50), wanted }),
      column,
    )
  }

  /** refuses the row, unless it is already refused. */
  refuse(reason: Refusal | string, column?: N): undefined {
    const at = column === undefined ? undefined : this.#places.get(column)
    this.refused ??= {
      row: this.row,
      column,
      cell: at === undefined ? undefined : `${columnLetter(at)}${this.row}`,
      reason: isRefusal(reason) ? sentenceOfRefusal(reason) : reason,
    }
  }
}
