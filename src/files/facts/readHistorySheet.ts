import { createFactBook } from '../../domain/year/facts/factBook.ts'
import type { PastEntry } from '../../domain/year/history/history.ts'
import { createHistoryIntake } from '../../domain/year/history/historyIntake.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { OpenedWorkbook } from '../xlsx/openWorkbook.ts'
import { factsSheets } from './factsSheets.ts'
import type { ReadingStep } from './factsReading.ts'
import { type HistoryReading, historyReading, NO_HISTORY, noteUnknownRows } from './historyReading.ts'
import { choosingSheetHeadings } from './readHeading.ts'
import { createLexicon } from './lexicon.ts'
import { createReadingLog } from '../lists/readingLog.ts'
import { readSheet } from './readSheet.ts'
import { rowsExpected, sheetTasks } from './sheetTasks.ts'

/** Reads history from the sheet 历年结果; ignores the other sheets of a facts workbook. `headings` are those that a user has chosen for columns, `refused` the ids and names of units whose row of the roster was refused. (五（四）) */
export function* readHistorySheet(
  workbook: OpenedWorkbook,
  scheme: Scheme,
  roster: Roster,
  headings?: string,
  refused: ReadonlySet<string> = new Set(),
): Generator<ReadingStep, HistoryReading> {
  const log = createReadingLog()
  const layouts = choosingSheetHeadings(factsSheets(scheme), headings)
  const own = layouts
    .filter(layout => layout.list === 'history')
    .map(layout => ({ ...layout, optional: false }))
  const others = layouts.filter(layout => layout.list !== 'history').map(layout => layout.name)
  const [task] = sheetTasks(workbook, own, others, log)
  if (!task) return historyReading(NO_HISTORY, log)
  const total = rowsExpected([task])
  const book = createFactBook(scheme, roster, refused)
  const intake = createHistoryIntake(book, roster)
  const context = { cycle: scheme.cycle, log, lexicon: createLexicon(scheme, roster, refused) }
  const steps = readSheet(task, context, ({ cycle, ...entry }, row) => {
    const past = entry as unknown as PastEntry
    const faults = intake.take(cycle as number, past, `第${row}行`)
    if (faults.length === 0) noteUnknownRows(past, book, { sheet: task.layout.name, row }, log)
    return faults
  })
  for (const done of steps) yield { done, total }
  return historyReading(intake.history(), log)
}
