import { problemColumns } from '../../../contract/rectify/problemColumns.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { planTable } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { problemLines } from './listProblems.ts'
import { loadRectify } from './rectifyContext.ts'
import { sumsOf, yearsOf } from './viewBoard.ts'

/** Exports the problems within reach as a workbook: the list in the columns of the page, and the sums of the board. (五（二）) */
export async function exportProblems({
  context,
  actor,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/problems.xlsx'>): Promise<FileAnswer | Refusal> {
  const ground = await loadRectify(context.db, year)
  if (isRefusal(ground)) return ground
  const lines = await problemLines(context, ground, { year, actor, reach })
  const shown = problemColumns.filter(({ id }) => id !== 'waits')
  const list = planTable(
    '问题清单',
    lines,
    shown.map(({ id, title, value }) => [title, WIDTHS[id] ?? 14, value]),
  )
  const { units, leadUnits, rows } = sumsOf(lines)
  const sheetOf = (name: string, title: string, sums: typeof units) =>
    planTable(name, sums, [
      [title, 30, one => one.name],
      ['问题', 10, one => one.total],
      ['已销号', 10, one => one.confirmed],
      ['逾期', 10, one => one.overdue],
      ['再次出现', 10, one => one.again],
    ])
  return answerWorkbook(context, `${year}年度问题清单`, [
    list,
    sheetOf('按单位', '单位', units),
    sheetOf('按牵头单位', '牵头单位', leadUnits),
    sheetOf('按评分细则', '评分细则', rows),
    planTable('历年', await yearsOf(context.db, reach), [
      ['年度', 12, one => `${one.year}年`],
      ['问题', 10, one => one.total],
      ['已销号', 10, one => one.confirmed],
      ['再次出现', 10, one => one.again],
    ]),
  ])
}

const WIDTHS: Readonly<Record<string, number>> = { text: 50, unit: 24, leadUnit: 24, row: 24 }
