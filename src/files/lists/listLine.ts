import type { RefusedRow } from '../../contract/shape/listImport.ts'
import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import type { Day, Period } from '../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { columnLetter, type SheetCell } from '../xlsx/sheetCell.ts'
import type { ListColumn } from './defineList.ts'
import { plainText } from './plainText.ts'
import { type CellReading, isBlank, readDay, readPeriod, readText } from './readCell.ts'
import type { ReadingLog } from './readingLog.ts'
import type { TableRow } from './readTable.ts'

/** A row of a list being read. Each method refuses the row where the cell does not hold the requested value; the first reason counts. */
export class ListLine<N extends string = string> {
  readonly row: number
  /** the sheet, where the file has several. */
  readonly sheet: string | undefined
  /** why the row is refused, if it is. */
  refused: RefusedRow | undefined
  readonly #of: TableRow
  readonly #columns: ReadonlyMap<string, ListColumn<never>>
  readonly #log: ReadingLog

  constructor(of: TableRow, columns: readonly ListColumn<never>[], log: ReadingLog) {
    this.row = of.row
    this.sheet = of.sheet
    this.#of = of
    this.#log = log
    this.#columns = new Map(columns.map(column => [column.name, column]))
    if (of.fault !== undefined) this.#refuseAt(of.fault.refusal, of.fault.column, of.fault.at)
  }

  /** the text of a cell as shown, unchecked. */
  bare(name: N): string {
    return this.#take(name, readText) ?? ''
  }

  /** the text, no longer than the column allows; empty where the cell is blank and may be. */
  text(name: N): string {
    const { wanted, most } = this.#columns.get(name)!
    const text = this.bare(name)
    if (wanted && text === '') this.wrong(name, '')
    if (most !== undefined && text.length > most) this.wrong(name, `不超过${most}字的${name}`)
    return text
  }

  /** a code, in half width without spaces. */
  code(name: N): string {
    return plainText(this.text(name)).replaceAll(' ', '')
  }

  day(name: N): Day | undefined {
    if (isBlank(this.#cell(name))) return void this.text(name)
    const wrong = readDay(this.#cell(name)!)
    if ('code' in wrong && wrong.code === 'cellWrongKind') return this.wrong(name, '日期，如2018-07-06')
    return this.#take(name, readDay)
  }

  /** a period as people write it, of this year where it names none. */
  period(name: N, year: number): Period | undefined {
    return isBlank(this.#cell(name)) ? undefined : this.#take(name, cell => readPeriod(cell, year))
  }

  /** a whole number, with or without 人 after it. */
  count(name: N): number | undefined {
    const text = plainText(this.text(name)).replace(/ ?人$/, '')
    if (text === '' || /^\d{1,6}$/.test(text)) return text === '' ? undefined : Number(text)
    const cell = this.#cell(name)
    if (cell?.kind === 'number' && !cell.percent && Number.isInteger(cell.number) && cell.number >= 0)
      if (cell.number < 1e6) return cell.number
    return this.wrong(name, '整数')
  }

  /** the id of a unit, by its name or id. */
  unit(name: N, find: (text: string) => string | Refusal | undefined): string | undefined {
    const text = this.text(name)
    const id = text === '' ? undefined : find(text)
    if (isRefusal(id)) return this.refuse(id, name)
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

  /** refuses the row, unless it is already refused; `sheet` is that of the row that the reason speaks of. */
  refuse(reason: Refusal | string, column?: N, sheet?: string): undefined {
    const at = column === undefined ? undefined : this.#of.places.get(column)
    const where = sheet === undefined || sheet === this.sheet ? '' : `（在工作表“${sheet}”）`
    this.#refuseAt(reason, column, at, where)
  }

  #refuseAt(reason: Refusal | string, column?: string, at?: number, where = ''): void {
    this.refused ??= {
      sheet: this.sheet,
      row: this.row,
      column,
      cell: at === undefined ? undefined : `${columnLetter(at)}${this.row}`,
      reason: (isRefusal(reason) ? sentenceOfRefusal(reason) : reason) + where,
    }
  }

  #cell(name: N): SheetCell | undefined {
    const at = this.#of.places.get(name)
    return at === undefined ? undefined : this.#of.cells[at]
  }

  #take<T>(name: N, read: (cell: SheetCell) => CellReading<T>): T | undefined {
    const cell = this.#cell(name)
    if (cell === undefined || isBlank(cell)) return undefined
    const reading = read(cell)
    if ('code' in reading) return this.refuse(reading, name)
    const at = columnLetter(this.#of.places.get(name)!)
    const place = { sheet: this.sheet, row: this.row, column: name, cell: `${at}${this.row}` }
    if (reading.notice) this.#log.notice(place, reading.notice)
    if (cell.formula !== undefined) this.#log.notice(place, refuse('tookFormula', { formula: cell.formula }))
    return reading.value
  }
}
