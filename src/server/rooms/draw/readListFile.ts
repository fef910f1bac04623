import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { openWorkbook } from '../../../files/xlsx/openWorkbook.ts'
import type { SheetCell } from '../../../files/xlsx/sheetCell.ts'
import { WORKBOOK_LIMITS } from '../../../files/xlsx/workbookLimits.ts'
import type { ListReading } from '../../../domain/campaign/draw/checkListLine.ts'
import { type ListRow, MOST_LINES, readListRows } from '../../../domain/campaign/draw/readListRows.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

const MIB = 1024 * 1024

/** A list of names is small: a workbook that is not is something else. */
const LIMITS = { ...WORKBOOK_LIMITS, file: 4 * MIB, inflated: 32 * MIB, sharedStrings: 8 * MIB }

/** 读名单工作簿: its first sheet that is not hidden; lines, and refused rows with their reason. Nothing is saved. */
export function readListFile({
  params: { purpose },
  raw,
}: Served<'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading'>):
  | ReturnType<typeof presentReading>
  | Refusal {
  const bytes = raw.body instanceof Uint8Array ? new Uint8Array(raw.body) : new Uint8Array()
  const book = openWorkbook(bytes, LIMITS)
  if (isRefusal(book)) return book
  const sheet = book.sheets.find(one => !one.hidden)
  if (sheet === undefined) return refuse('drawListEmpty', {})
  const rows: ListRow[] = []
  for (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    if (rows.length > MOST_LINES) return refuse('drawListTooLong', { most: MOST_LINES })
    rows.push({ row: row.row, cells: row.cells.slice(0, 50).map(textOf) })
  }
  const read = readListRows(purpose, rows)
  return isRefusal(read) ? read : presentReading(read)
}

function presentReading({ lines, refused }: ListReading) {
  return {
    lines: lines.map(line => ({ ...line })),
    refused: refused.map(({ row, text, why }) => ({
      row,
      text: text.slice(0, 200),
      why: sentenceOfRefusal(why),
    })),
  }
}

function textOf(cell: SheetCell | undefined): string {
  if (cell?.kind === 'text') return cell.text
  if (cell?.kind === 'number') return String(cell.number)
  return cell?.kind === 'date' ? (cell.day ?? '') : ''
}
