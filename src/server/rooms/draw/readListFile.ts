import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { type ListRow, MOST_LINES, readListRows } from '../../../domain/campaign/draw/readListRows.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { textOf } from '../../../files/lists/readCell.ts'
import { openWorkbook } from '../../../files/xlsx/openWorkbook.ts'
import { WORKBOOK_LIMITS } from '../../../files/xlsx/workbookLimits.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'

const MIB = 1024 * 1024

/** Limits for a draw list; a workbook beyond them is not a list of names. */
const LIMITS = { ...WORKBOOK_LIMITS, file: 4 * MIB, inflated: 32 * MIB, sharedStrings: 8 * MIB }

/** Reads a draw list from the first visible sheet of a workbook: its lines, and the refused rows with their reasons. Saves nothing. */
export function readListFile({
  params: { purpose },
  raw,
}: Served<'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading'>) {
  const book = openWorkbook(uploadedBytes(raw), LIMITS)
  if (isRefusal(book)) return book
  const sheet = book.sheets.find(one => !one.hidden)
  if (sheet === undefined) return refuse('drawListEmpty', {})
  const rows: ListRow[] = []
  for (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    if (rows.length > MOST_LINES) return refuse('drawListTooLong', { most: MOST_LINES })
    rows.push({ row: row.row, cells: Array.from(row.cells.slice(0, 50), textOf) })
  }
  const read = readListRows(purpose, rows)
  if (isRefusal(read)) return read
  return {
    lines: read.lines.map(line => ({ ...line })),
    refused: read.refused.map(({ row, text, why }) => ({
      row,
      reason: `“${text.slice(0, 200)}”，${sentenceOfRefusal(why)}`,
    })),
  }
}
