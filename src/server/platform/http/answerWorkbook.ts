import type { CellPlan } from '../../../files/xlsx/sheetPlan.ts'
import { writeWorkbook } from '../../../files/xlsx/writeWorkbook.ts'
import type { AppContext } from '../appContext.ts'
import type { FileAnswer } from './fileAnswer.ts'

/** Media type of an Excel workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A plain table: headings with their widths in characters, and rows. */
export interface TableSheet {
  readonly name: string
  readonly columns: readonly (readonly [heading: string, width: number])[]
  readonly rows: readonly (readonly CellPlan[])[]
}

/** Answers tables as a workbook named after its title; texts stay texts whatever character they begin with. */
export async function answerWorkbook(
  { today }: Pick<AppContext, 'today'>,
  title: string,
  tables: readonly TableSheet[],
): Promise<FileAnswer> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    name,
    columns: columns.map(([, width]) => ({ width })),
    frozenRows: 1,
    rows: [columns.map(([value]) => ({ value, style: { bold: true } })), ...rows],
  }))
  return {
    name: `${title}.xlsx`,
    type: XLSX,
    content: await writeWorkbook({ title, madeOn: today(), sheets }),
  }
}
