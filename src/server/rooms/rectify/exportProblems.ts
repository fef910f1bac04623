import { problemColumns } from '../../../contract/rectify/problemColumns.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
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
  const list = {
    name: '问题清单',
    columns: shown.map(({ id, title }) => [title, WIDTHS[id] ?? 14] as const),
    rows: lines.map(line => shown.map(({ value }) => value(line) ?? null)),
  }
  const { units, leadUnits, rows } = sumsOf(lines)
  const sheetOf = (name: string, title: string, sums: typeof units) => ({
    name,
    columns: [[title, 30], ...SUMS] as const,
    rows: sums.map(one => [one.name, one.total, one.confirmed, one.overdue, one.again]),
  })
  const years = await yearsOf(context.db, reach)
  return answerWorkbook(context, `${year}年度问题清单`, [
    list,
    sheetOf('按单位', '单位', units),
    sheetOf('按牵头单位', '牵头单位', leadUnits),
    sheetOf('按评分细则', '评分细则', rows),
    {
      name: '历年',
      columns: [
        ['年度', 12],
        ['问题', 10],
        ['已销号', 10],
        ['再次出现', 10],
      ],
      rows: years.map(one => [`${one.year}年`, one.total, one.confirmed, one.again]),
    },
  ])
}

const SUMS = [
  ['问题', 10],
  ['已销号', 10],
  ['逾期', 10],
  ['再次出现', 10],
] as const

const WIDTHS: Readonly<Record<string, number>> = { text: 50, unit: 24, leadUnit: 24, row: 24 }
