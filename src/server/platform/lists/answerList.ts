import type { List } from '../../../files/lists/defineList.ts'
import { COLUMN_WIDTH, writeListTemplate } from '../../../files/lists/writeListTemplate.ts'
import type { CellPlan } from '../../../files/xlsx/sheetPlan.ts'
import type { AppContext } from '../appContext.ts'
import { answerWorkbook, XLSX } from '../http/answerWorkbook.ts'
import type { FileAnswer } from '../http/fileAnswer.ts'

/** Answers the template of a list. */
export async function answerTemplate<C, R, N extends string>(
  { today }: Pick<AppContext, 'today'>,
  list: List<C, R, N>,
  of: C,
  title: string,
): Promise<FileAnswer> {
  const content = await writeListTemplate(list, of, { title, madeOn: today() })
  return { name: `${title}.xlsx`, type: XLSX, content }
}

/** Answers the stored list, in the columns used for its import. */
export function answerList<C, R, N extends string>(
  context: Pick<AppContext, 'db' | 'today'>,
  { name, columns }: List<C, R, N>,
  title: string,
  rows: readonly (readonly CellPlan[])[],
): Promise<FileAnswer> {
  const headings = columns.map(column => [column.name, column.width ?? COLUMN_WIDTH] as const)
  return answerWorkbook(context, title, [{ name, columns: headings, rows }])
}
