import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { OpenedWorkbook } from '../xlsx/openWorkbook.ts'
import type { SheetCell, SheetRow } from '../xlsx/sheetCell.ts'
import { findHeadings, type HeadingColumn } from './findHeadings.ts'

/**
 * Opens rows that come as text as a workbook of one sheet: pasted from a table (tabs) or a CSV file, in
 * UTF-8, UTF-16 or GBK. Cells without headings are taken in the order of the columns.
 */
export function openText(bytes: Uint8Array, columns: readonly HeadingColumn[]): OpenedWorkbook | Refusal {
  const text = decode(bytes)
  if (text === undefined) return refuse('notWorkbook', { seems: 'binary' })
  const rows = () => splitRows(text, text.includes('\t') ? /\t/ : /[,，]/)
  const first: SheetRow[] = []
  for (const row of rows()) if (first.push(row) === 10) break
  const headed = first.some(row => findHeadings(row, columns).places.size > 0)
  const named: SheetRow = { row: 0, cells: columns.map(({ name }) => ({ kind: 'text', text: name })) }
  // One at a time: a list that has too many is refused before the rest is split.
  function* all(): Generator<SheetRow> {
    if (!headed) yield named
    yield* rows()
  }
  return { sheets: [{ name: '文字', hidden: false, survey: () => ({ merges: [] }), rows: all }] }
}

function decode(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return undefined
}

/** Splits a text into rows; a cell in quotes may hold separators, line breaks and doubled quotes. */
function* splitRows(text: string, separator: RegExp): Generator<SheetRow> {
  let [line, row, cells, at] = [1, 1, [] as (SheetCell | undefined)[], 0]
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t,，\r\n]|$)/.exec(text.slice(at, at + 10_000))
    let end = at + (quoted?.[0].length ?? 0)
    while (end < text.length && !separator.test(text[end]!) && !/[\r\n]/.test(text[end]!)) end++
    const cell = quoted === null ? text.slice(at, end) : quoted[1]!.replaceAll('""', '"')
    line += cell.split('\n').length - 1
    cells.push(cellOf(cell))
    at = end + 1
    if (end < text.length && separator.test(text[end]!)) continue
    if (text[end] === '\r' && text[at] === '\n') at++
    yield { row, cells }
    row = ++line
    cells = []
  }
  if (cells.length > 0) yield { row, cells }
}

/** A cell as the sheet of its text would hold it: errors and numbers that were rounded are no text. */
function cellOf(text: string): SheetCell | undefined {
  if (text.trim() === '') return undefined
  if (/^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)) return { kind: 'error', error: text }
  return /^\d(?:\.\d+)?E\+\d{2}$/.test(text)
    ? { kind: 'number', number: Number(text) }
    : { kind: 'text', text }
}
