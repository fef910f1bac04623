import { mergedRange } from '../mergedRange.ts'
import { columnLetter } from '../sheetCell.ts'
import type { CellPlan, SheetSetup, ValidationPlan } from '../sheetPlan.ts'
import { cellXml, escapeText, listXml } from './cellXml.ts'
import { openPart, type PackedPart } from './packedPart.ts'
import type { SheetNote } from './sheetNotes.ts'
import type { StyleBook } from './styleBook.ts'

/** A sheet being written. */
export interface SheetStream {
  readonly setup: SheetSetup
  /** Adds a row and returns its number, from 1. */
  readonly add: (cells: readonly CellPlan[], height?: number) => number
  /** number of rows so far. */
  readonly rows: () => number
  /** Merges cells, such as `B3:E3`. Throws a RangeError when it is not a range. */
  readonly merge: (range: string) => void
  readonly settle: () => Promise<void> | undefined
  readonly close: () => Promise<{
    readonly part: PackedPart
    readonly notes: readonly SheetNote[]
    readonly filter?: string
  }>
}

/** Opens a sheet for writing; rows are written as they arrive. */
export function openSheetStream(partName: string, setup: SheetSetup, styles: StyleBook): SheetStream {
  const part = openPart(partName)
  const [notes, merges] = [[] as SheetNote[], [] as string[]]
  const letters = setup.columns.map((_, column) => columnLetter(column))
  const columnStyles = setup.columns.map(({ style }) => (style === undefined ? 0 : styles.id(style)))
  let row = 0
  part.write(headXml(setup, columnStyles))
  return {
    setup,
    rows: () => row,
    settle: part.settle,
    merge: range => {
      if (mergedRange(range) === undefined) throw new RangeError(`not a range: ${range}`)
      merges.push(range)
    },
    add: (cells, height) => {
      row++
      let xml = height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column]
        if (cell === undefined || cell === null) continue
        const reference = `${(letters[column] ??= columnLetter(column))}${row}`
        xml += cellXml(reference, cell, columnStyles[column] ?? 0, styles)
        if (typeof cell === 'object' && cell.note !== undefined)
          notes.push({ row: row - 1, column, reference, text: cell.note })
      }
      part.write(`${xml}</row>`)
      return row
    },
    close: async () => {
      const { filterRow } = setup
      const last = columnLetter(setup.columns.length - 1)
      const filter =
        filterRow === undefined ? undefined : `A${filterRow}:${last}${Math.max(row, filterRow + 1)}`
      part.write(
        `</sheetData>${setup.locked ? PROTECTION : ''}${filter === undefined ? '' : `<autoFilter ref="${filter}"/>`}` +
          listXml(
            'mergeCells',
            merges.map(range => `<mergeCell ref="${range}"/>`),
          ) +
          marksXml(setup, `${last}${row}`, row, styles) +
          listXml('dataValidations', (setup.validations ?? []).map(validationXml)) +
          pageXml(setup) +
          `${notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`,
      )
      return { part: await part.close(), notes, filter }
    },
  }
}

const LAST_COLUMN = 16_384

/** what a clerk may still do on a protected sheet. */
const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>'

function headXml(
  { columns, frozenRows = 0, frozenColumns = 0, gridLines, locked }: SheetSetup,
  styles: readonly number[],
): string {
  const columnXml = (from: number, to: number, width: number, style: number): string =>
    `<col min="${from}" max="${to}" width="${width}" customWidth="1"${style === 0 ? '' : ` style="${style}"`}/>`
  const known = columns.map(({ width = 12 }, at) => columnXml(at + 1, at + 1, width, styles[at]!))
  if (locked && columns.at(-1)?.style?.open)
    known.push(columnXml(columns.length + 1, LAST_COLUMN, 9, styles.at(-1)!))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${gridLines ? '' : ' showGridLines="0"'} workbookViewId="0">${paneXml(frozenRows, frozenColumns)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/>${known.length === 0 ? '' : `<cols>${known.join('')}</cols>`}<sheetData>`
  )
}

function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return ''
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  const first = `${columnLetter(columns)}${rows + 1}`
  return `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`
}

function marksXml({ marks }: SheetSetup, last: string, rows: number, styles: StyleBook): string {
  if (marks === undefined || rows < marks.from) return ''
  const rule = `<cfRule type="expression" dxfId="${styles.differential(marks)}" priority="1"><formula>${escapeText(marks.formula)}</formula></cfRule>`
  return `<conditionalFormatting sqref="A${marks.from}:${last}">${rule}</conditionalFormatting>`
}

function validationXml({ range, kind, from, to, strict, title, message }: ValidationPlan): string {
  const second = to === undefined ? '' : `<formula2>${escapeText(to)}</formula2>`
  return (
    `<dataValidation type="${kind}" errorStyle="${strict === 'stop' ? 'stop' : 'warning'}" allowBlank="1"${strict === 'off' ? '' : ' showErrorMessage="1"'}` +
    `${title === undefined ? '' : ` errorTitle="${escapeText(title)}"`}${message === undefined ? '' : ` error="${escapeText(message)}"`} sqref="${range}">` +
    `<formula1>${escapeText(from)}</formula1>${second}</dataValidation>`
  )
}

function pageXml({ portrait }: SheetSetup): string {
  return (
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${portrait ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;F&amp;C&amp;A&amp;R第&amp;P页，共&amp;N页</oddFooter></headerFooter>'
  )
}
