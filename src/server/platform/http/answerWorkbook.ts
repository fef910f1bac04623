import { printDay } from '../../../domain/kernel/calendar.ts'
import { type TableSheet, writeTables } from '../../../files/xlsx/writeTables.ts'
import type { AppContext } from '../appContext.ts'
import type { FileAnswer } from './fileAnswer.ts'
import { institutionName } from './institution.store.ts'

/** Media type of an Excel workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Answers tables as a workbook that bears the title, the office and today. */
export async function answerWorkbook(
  { db, today }: Pick<AppContext, 'db' | 'today'>,
  title: string,
  tables: readonly TableSheet[],
): Promise<FileAnswer> {
  const madeOn = today()
  const head = { title, office: await institutionName(db), day: printDay(madeOn), madeOn }
  return { name: `${title}.xlsx`, type: XLSX, content: await writeTables(head, tables) }
}
