import type { CellFormat } from './cellFormats.ts'
import { dayOfSerial } from './serialDay.ts'
import { type CellContent, columnOf, isRowNumber, type SheetCell, type SheetRow } from './sheetCell.ts'
import { attributeOf, decodeCellText, detached } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** The context for reading cells: shared texts by number, formats by style, the date system, and texts already read (stored once). */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly since1904: boolean
  readonly pool: Map<string, string>
}

/** A receiver of sheet data: rows accumulate in `rows`, which the caller empties; `fault` names an error in the order of the sheet. */
interface SheetReceiver extends XmlReceiver {
  rows: SheetRow[]
  fault: 'rowNumber' | 'cellReference' | 'stringNumber' | undefined
}

const POOL_MOST = 100_000
const PLAIN = /^(?:general|@)$/i
const TRUE = ['1', 'true', 'on']

/** Creates the sheet receiver. */
export function sheetReceiver(context: CellContext): SheetReceiver {
  let inData = false
  let [row, hidden] = [0, false]
  let cells: (SheetCell | undefined)[] = []
  let column = -1
  let [type, style] = ['', 0]
  let [value, formula, inline]: [string | undefined, string | undefined, string | undefined] = [
    undefined,
    undefined,
    undefined,
  ]
  let taking: 'value' | 'formula' | 'inline' | undefined
  let inPhonetic = false
  const since1904 = true as const

  const receiver: SheetReceiver = {
    rows: [],
    fault: undefined,
    open(name, attributes) {
      if (!inData) {
        inData = name === 'sheetData'
        return
      }
      if (name === 'c') openCell(attributes)
      else if (name === 'v') taking = 'value'
      else if (name === 'f') [taking, formula] = ['formula', '']
      else if (name === 't' && !inPhonetic) taking = 'inline'
      else if (name === 'rPh') inPhonetic = true
      else if (name === 'row') openRow(attributes)
    },
    close(name) {
      if (!inData) return
      if (name === 'c') closeCell()
      else if (name === 'v' || name === 'f' || name === 't') taking = undefined
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'row') {
        if (cells.length > 0) receiver.rows.push(hidden ? { row, cells, hidden } : { row, cells })
        cells = []
      } else if (name === 'sheetData') inData = false
    },
    text(raw) {
      if (taking === 'value') value = value === undefined ? raw : value + raw
      else if (taking === 'inline') inline = inline === undefined ? raw : inline + raw
      else if (taking === 'formula') formula += raw
    },
  }

  function openRow(attributes: string): void {
    const given = attributeOf(attributes, 'r')
    const next = given === undefined ? row + 1 : Number(given)
    if (!isRowNumber(next) || next <= row) receiver.fault ??= 'rowNumber'
    row = next
    hidden = attributes.includes('hidden') && TRUE.includes(attributeOf(attributes, 'hidden') ?? '')
    column = -1
    cells = []
  }

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r')
    const next = reference === undefined ? column + 1 : columnOf(reference)
    if (next === undefined || next <= column) receiver.fault ??= 'cellReference'
    column = next ?? column + 1
    type = attributeOf(attributes, 't') ?? 'n'
    style = Number(attributeOf(attributes, 's') ?? 0)
    value = formula = inline = undefined
    taking = undefined
  }

  function closeCell(): void {
    const content = contentOf()
    if (formula !== undefined)
      cells[column] = { ...(content ?? emptyResult()), formula: detached(decodeCellText(formula)) }
    else if (content !== undefined) cells[column] = content
  }

  /** Returns the content of an empty formula result: an empty text is a value; a formula never computed has none. */
  function emptyResult(): CellContent {
    return type === 'str' ? { kind: 'text', text: '' } : { kind: 'empty' }
  }

  function contentOf(): CellContent | undefined {
    if (type === 'inlineStr') return textOf(inline)
    if (value === undefined) return undefined
    if (type === 's') return sharedText(value)
    if (type === 'str') return textOf(value)
    if (type === 'b') return { kind: 'boolean', boolean: value.trim() === '1' || value.trim() === 'true' }
    if (type === 'e') return { kind: 'error', error: detached(decodeCellText(value)) }
    if (type === 'd') return { kind: 'text', text: value.slice(0, 10) }
    return numberOf(value)
  }

  function sharedText(index: string): CellContent | undefined {
    const text = context.strings[Number(index)]
    if (text === undefined) receiver.fault ??= 'stringNumber'
    return text === undefined || text === '' ? undefined : { kind: 'text', text }
  }

  function textOf(raw: string | undefined): CellContent | undefined {
    if (raw === undefined || raw === '') return undefined
    const known = context.pool.get(raw)
    if (known !== undefined) return { kind: 'text', text: known }
    const text = detached(decodeCellText(raw))
    if (context.pool.size < POOL_MOST) context.pool.set(detached(raw), text)
    return { kind: 'text', text }
  }

  function numberOf(raw: string): CellContent | undefined {
    const number = Number(raw)
    if (raw.trim() === '') return undefined
    if (!Number.isFinite(number)) return { kind: 'error', error: detached(raw) }
    const format = context.formats[style]
    if (format === undefined || PLAIN.test(format.code))
      return context.since1904 ? { kind: 'number', number, since1904 } : { kind: 'number', number }
    const shown = { format: format.code, ...(context.since1904 ? { since1904 } : {}) }
    if (format.kind === 'plain') return { kind: 'number', number, ...shown }
    if (format.kind === 'percent') return { kind: 'number', number, percent: true, ...shown }
    const day = dayOfSerial(number, context.since1904)
    const date = { kind: 'date', serial: number, ...shown } as const
    return day === undefined ? date : { ...date, day }
  }

  return receiver
}
