import { columnLetter } from '../sheetCell.ts'
import { cellXml, escapeText, type StreamCell } from './cellXml.ts'
import { openPart, type PackedPart } from './packedPart.ts'
import type { SheetNote } from './sheetNotes.ts'
import type { StyleBook } from './styleBook.ts'

/** 流式写出的工作表: what must be known before its first row. */
export interface StreamSheetPlan {
  readonly name: string
  /** sheets stand by this number, and among equals in the order in which they were opened. */
  readonly order?: number
  /** widths in half-width characters. */
  readonly widths: readonly number[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  /** rows repeated on every printed page, from 1. */
  readonly repeatedRows?: readonly [number, number]
  readonly portrait?: boolean
  /** the heading row (from 1) that carries the filter buttons. */
  readonly filterRow?: number
  /** 条件格式: cells of the data rows coloured where a formula (for the first data row) holds. */
  readonly marks?: { readonly from: number; readonly formula: string; readonly colour: string }
}

/** 写入中的工作表. */
export interface SheetStream {
  readonly plan: StreamSheetPlan
  /** Adds a row and gives its number, from 1. */
  readonly add: (cells: readonly (StreamCell | undefined)[], height?: number) => number
  /** how many rows there are so far. */
  readonly rows: () => number
  /** Joins cells, as `B3:E3`. */
  readonly merge: (range: string) => void
  readonly settle: () => Promise<void> | undefined
  readonly close: () => Promise<{
    readonly part: PackedPart
    readonly notes: readonly SheetNote[]
    readonly filter?: string
  }>
}

/** 开始写一个工作表; rows go out as they come. */
export function openSheetStream(partName: string, plan: StreamSheetPlan, styles: StyleBook): SheetStream {
  const part = openPart(partName)
  const [notes, merges] = [[] as SheetNote[], [] as string[]]
  const letters = plan.widths.map((_, column) => columnLetter(column))
  let row = 0
  part.write(headXml(plan))
  return {
    plan,
    rows: () => row,
    settle: part.settle,
    merge: range => {
      merges.push(range)
    },
    add: (cells, height) => {
      row++
      let xml = height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column]
        if (cell === undefined) continue
        const reference = `${(letters[column] ??= columnLetter(column))}${row}`
        xml += cellXml(reference, cell, styles.quoted)
        if (cell.note !== undefined) notes.push({ row: row - 1, column, reference, text: cell.note })
      }
      part.write(`${xml}</row>`)
      return row
    },
    close: async () => {
      const filter =
        plan.filterRow === undefined
          ? undefined
          : `A${plan.filterRow}:${letters.at(-1)}${Math.max(row, plan.filterRow + 1)}`
      part.write(tailXml(plan, filter, merges, letters.at(-1)!, row, styles, notes.length > 0))
      return { part: await part.close(), notes, ...(filter === undefined ? {} : { filter }) }
    },
  }
}

function headXml({ widths, frozenRows = 0, frozenColumns = 0 }: StreamSheetPlan): string {
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${paneXml(frozenRows, frozenColumns)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/><cols>${columns}</cols><sheetData>`
  )
}

function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return ''
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  const first = `${columnLetter(columns)}${rows + 1}`
  return `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`
}

function tailXml(
  { marks, portrait }: StreamSheetPlan,
  filter: string | undefined,
  merges: readonly string[],
  last: string,
  rows: number,
  styles: StyleBook,
  hasNotes: boolean,
): string {
  const filtered = filter === undefined ? '' : `<autoFilter ref="${filter}"/>`
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  const marked =
    marks === undefined || rows < marks.from
      ? ''
      : `<conditionalFormatting sqref="A${marks.from}:${last}${rows}"><cfRule type="expression" dxfId="${styles.differential(marks)}" priority="1">` +
        `<formula>${escapeText(marks.formula)}</formula></cfRule></conditionalFormatting>`
  return (
    `</sheetData>${filtered}${merged}${marked}<printOptions horizontalCentered="1"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${portrait ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;F&amp;C&amp;A&amp;R第&amp;P页，共&amp;N页</oddFooter></headerFooter>' +
    `${hasNotes ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`
  )
}
