import { readYear, shownCell } from '../lists/readCell.ts'
import { comparable } from '../../domain/kernel/comparable.ts'
import { emptyFacts } from '../../domain/year/facts/emptyFacts.ts'
import { createFactBook } from '../../domain/year/facts/factBook.ts'
import { type FactList, type FactsIntake, createFactsIntake } from '../../domain/year/facts/factsIntake.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { OpenedWorkbook } from '../xlsx/openWorkbook.ts'
import type { FactsSheet } from './factsColumn.ts'
import { factsSheets, GUIDE_SHEET, CYCLE_LABEL } from './factsSheets.ts'
import { factsReading, type FactsReading, type ReadingStep } from './factsReading.ts'
import { createLexicon } from './lexicon.ts'
import { makerOf, onlyComponent } from './makeFact.ts'
import { choosingSheetHeadings } from './readHeading.ts'
import { readBallotRows } from './readBallotRows.ts'
import { createReadingLog } from '../lists/readingLog.ts'
import { readRosterSheets } from './readRosterSheets.ts'
import { checkHeading, readSheet, type SheetContext, type SheetTask } from './readSheet.ts'
import { rowsExpected, sheetTasks, surveyedTask } from './sheetTasks.ts'
import { inWorkbook } from './whereabouts.ts'

/** Reads the facts workbook sheet by sheet, the roster first; gathers all faults of sheets and rows, and keeps in memory only what was accepted. Without a unit no other row can be read, but all headings are looked at. `headings` are those that a user has chosen for columns. */
export function* readFactsWorkbook(
  workbook: OpenedWorkbook,
  scheme: Scheme,
  headings?: string,
): Generator<ReadingStep, FactsReading> {
  const log = createReadingLog()
  const all = choosingSheetHeadings(factsSheets(scheme), headings)
  const layouts = all.filter(layout => layout.list !== 'history')
  const places = inWorkbook(layouts)
  const nothing = (): FactsReading => factsReading(emptyFacts(scheme.cycle), { units: [], holders: [] }, log)
  const cycle = readCycle(workbook)
  if (!cycleFits()) return nothing()
  const tasks = sheetTasks(
    workbook,
    layouts,
    all.filter(layout => layout.list === 'history').map(layout => layout.name),
    log,
  )
  const total = rowsExpected(tasks)
  const taskOf = (list: FactsSheet['list']): SheetTask | undefined =>
    tasks.find(task => task.layout.list === list)
  const units = taskOf('units')
  if (!units) return nothing()
  if (cycle === undefined) log.notice({ sheet: GUIDE_SHEET }, refuse('cycleAssumed', { cycle: scheme.cycle }))
  let [before, done] = [0, 0]
  yield { done: 0, total }
  const context: SheetContext = { cycle: scheme.cycle, log }
  const settled = yield* counted(
    readRosterSheets({ units, holders: taskOf('holders') }, scheme, context, places),
  )
  before = Math.max(
    done,
    rowsExpected(tasks.filter(task => task.layout.list === 'units' || task.layout.list === 'holders')),
  )
  if (settled.roster.units.length === 0 && log.refused.length > 0) {
    for (const task of [...tasks, ...pastTasks()])
      if (!log.unfit.some(({ sheet }) => sheet === task.layout.name) && task !== units)
        checkHeading(task, log)
    return nothing()
  }
  const lexicon = createLexicon(scheme, settled.roster, settled.refusedUnits)
  const book = createFactBook(scheme, settled.roster, settled.refusedUnits)
  const intake = createFactsIntake(book, scheme.cycle, places.where)
  for (const task of tasks) {
    if (task.layout.list === 'units' || task.layout.list === 'holders') continue
    yield* counted(readList(task, { ...context, lexicon }, intake))
    before = Math.max(before + rowsExpected([task]), done)
    yield { done: before, total: Math.max(before, total) }
  }
  return factsReading(intake.facts(), settled.roster, log, intake.places(), settled.refusedUnits)

  function pastTasks(): readonly SheetTask[] {
    return all
      .filter(layout => layout.list === 'history')
      .flatMap(layout => {
        const opened = workbook.sheets.find(sheet => comparable(sheet.name) === comparable(layout.name))
        return opened === undefined ? [] : surveyedTask(layout, opened, log)
      })
  }

  function* counted<R>(steps: Generator<number, R>): Generator<ReadingStep, R> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      done = before + step.value
      yield { done, total: Math.max(done, total) }
    }
  }

  function* readList(task: SheetTask, listContext: SheetContext, into: FactsIntake): Generator<number> {
    const list = task.layout.list as FactList
    if (list === 'sheets')
      return yield* readBallotRows(
        task,
        listContext,
        onlyComponent(scheme, task.layout, 'ballots'),
        into,
        places,
      )
    const make = makerOf(list, task.layout, scheme)
    yield* readSheet(task, listContext, (values, row) => {
      const fact = make(values)
      return Array.isArray(fact) ? fact : into.take(list, fact as never, row)
    })
  }

  function cycleFits(): boolean {
    if (isRefusal(cycle)) log.refuse({ sheet: GUIDE_SHEET }, cycle)
    else if (cycle !== undefined && cycle !== scheme.cycle)
      log.refuse({ sheet: GUIDE_SHEET }, refuse('cycleMismatch', { scheme: scheme.cycle, facts: cycle }))
    return !isRefusal(cycle) && (cycle === undefined || cycle === scheme.cycle)
  }
}

const LOOKED_AT = 50

/** Reads the cycle beside its label on the guide sheet; `undefined` where the sheet or the label is missing. */
function readCycle(workbook: OpenedWorkbook): number | undefined | Refusal {
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
