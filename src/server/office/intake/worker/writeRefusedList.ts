import type { SheetPlan } from '../../../../files/xlsx/sheetPlan.ts'
import { writeWorkbook } from '../../../../files/xlsx/writeWorkbook.ts'
import type { RefusedLine } from './intakeReading.ts'

const MOST_ROWS = 500_000
const HEADINGS = ['序号', '工作表或位置', '行', '列', '单元格', '退回理由'] as const
const WIDTHS = [8, 22, 8, 16, 10, 90] as const

/** Writes the list of refused rows: one line per reason, with its place in the file. Texts stay texts whatever character they begin with, so that none becomes a formula. */
export function writeRefusedList(
  title: string,
  madeOn: string,
  lines: readonly RefusedLine[],
): Promise<Uint8Array> {
  const sheets: SheetPlan[] = []
  for (let at = 0; at === 0 || at < lines.length; at += MOST_ROWS) {
    const part = lines.slice(at, at + MOST_ROWS)
    sheets.push({
      name: at === 0 ? '退回清单' : `退回清单${sheets.length + 1}`,
      columns: WIDTHS.map(width => ({ width })),
      frozenRows: 1,
      rows: [
        HEADINGS.map(value => ({ value, style: { bold: true } })),
        ...part.map((line, index) => [
          at + index + 1,
          line.sheet,
          line.row ?? null,
          line.column ?? null,
          line.cell ?? null,
          { value: line.reason, style: { wrap: true, down: 'top' as const } },
        ]),
      ],
    })
  }
  return writeWorkbook({ title, madeOn, sheets })
}
