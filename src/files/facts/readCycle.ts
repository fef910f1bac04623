import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import type { OpenedWorkbook } from '../xlsx/openWorkbook.ts'
import { CYCLE_LABEL, GUIDE_SHEET } from './factsSheets.ts'
import { comparable } from '../lists/plainText.ts'
import { readYear, shownCell } from '../lists/readCell.ts'

const LOOKED_AT = 50

/** 工作簿的考核年度, beside its label on the guide sheet; `undefined` where that sheet or that line is gone. */
export function readCycle(workbook: OpenedWorkbook): number | undefined | Refusal {
  const guide = workbook.sheets.find(sheet => comparable(sheet.name) === GUIDE_SHEET)
  if (!guide) return undefined
  for (const row of guide.rows()) {
    if (isRefusal(row)) return row
    if (row.row > LOOKED_AT) return undefined
    const label = row.cells.findIndex(
      cell => cell !== undefined && comparable(shownCell(cell)) === CYCLE_LABEL,
    )
    const cell = label < 0 ? undefined : row.cells[label + 1]
    if (cell === undefined) continue
    const reading = readYear(cell)
    return isRefusal(reading) ? reading : reading.value
  }
  return undefined
}
