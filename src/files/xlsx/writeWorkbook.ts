import type { WorkbookPlan } from './sheetPlan.ts'
import { openWorkbookStream } from './stream/workbookStream.ts'

/** Writes a workbook; the same plan gives the same bytes. */
export async function writeWorkbook({
  title,
  madeOn,
  sheets,
}: WorkbookPlan): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = openWorkbookStream({ title, madeOn, fontSize: 11 })
  for (const { rows, merges = [], rowHeights, ...setup } of sheets) {
    const sheet = workbook.open({ gridLines: true, ...setup })
    for (const [at, cells] of rows.entries()) {
      sheet.add(cells, rowHeights?.get(at))
      await sheet.settle()
    }
    merges.forEach(sheet.merge)
  }
  return workbook.finish()
}
