import type { FactFault } from '../../domain/kernel/factFault.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { createMerges } from '../xlsx/mergedRange.ts'
import type { OpenedSheet } from '../xlsx/openWorkbook.ts'
import type { SheetSurvey } from '../xlsx/surveySheet.ts'
import { columnLetter, type SheetRow } from '../xlsx/sheetCell.ts'
import type { FactsSheet } from './factsColumn.ts'
import type { Lexicon } from './lexicon.ts'
import type { Place } from '../lists/place.ts'
import { isBlank, shownCell } from '../lists/readCell.ts'
import { type Heading, isHeading, looksLikeHeading, readHeading } from './readHeading.ts'
import type { ReadingLog } from '../lists/readingLog.ts'
import { cellName, createValueReader, type RowValues, strayCell } from './readValues.ts'

/** A sheet to read: its description, the opened sheet and what the first look found. */
export interface SheetTask {
  readonly layout: FactsSheet
  readonly opened: OpenedSheet
  readonly survey: SheetSurvey
}

/** The context needed to read a sheet. */
export interface SheetContext {
  readonly cycle: number
  readonly log: ReadingLog
  readonly lexicon?: Lexicon
}

/**
 * Accepts a row: makes a fact of the values, checks it and keeps it; any faults refuse the row.
 * `undefined` leaves the row open for the caller to settle at the end of the sheet (marks of one ballot).
 */
type TakeRow = (values: RowValues, row: number) => readonly FactFault[] | undefined

const STEP = 5000
const LAST_HEADING = 10

/** Reads a sheet row by row; yields after every 5000 rows so that the caller can report progress. Rows met = rows accepted + rows refused. */
export function* readSheet(
  task: SheetTask,
  context: SheetContext,
  take: TakeRow,
  onFaulty?: (values: RowValues, row: number) => void,
): Generator<number> {
  const { layout, opened, survey } = task
  const { log } = context
  const reader = createValueReader(layout, context.cycle, context.lexicon)
  const merged = createMerges(survey.merges)
  let heading: Heading | readonly Refusal[] | undefined
  let last = 0
  for (const row of opened.rows()) {
    if (isRefusal(row)) {
      log.refuse({ sheet: layout.name }, row)
      return
    }
    if (row.cells.every(isBlank)) continue
    if (heading === undefined) {
      heading = readHeading(row, layout, survey)
      if (isHeading(heading)) noteHeading(heading)
      else refuseHeading(heading, row, layout, log)
      continue
    }
    if (isHeading(heading)) readOne(row, heading)
    else sendBack(row)
    if (row.row - last >= STEP) {
      last = row.row
      yield row.row
    }
  }
  if (heading === undefined) log.refuse({ sheet: layout.name }, refuse('headingMissing', {}))

  function noteHeading({ columns, renamed }: Heading): void {
    for (const [at, { header }] of columns)
      if (survey.hidden?.has(at))
        log.notice({ sheet: layout.name, column: header }, refuse('hiddenColumn', {}))
    for (const [column, heading] of renamed)
      log.notice({ sheet: layout.name, column: heading }, refuse('tookHeading', { column }))
  }

  function sendBack(row: SheetRow): void {
    if (row.row <= LAST_HEADING && looksLikeHeading(row, layout)) {
      if (log.refused.at(-1)?.refusal.code === 'headingMissing') log.refused.pop()
      log.refuse({ sheet: layout.name, row: row.row }, refuse('headingNotFirst', { row: row.row }))
      return
    }
    log.meet()
    log.turnAway()
  }

  function readOne(row: SheetRow, columns: Heading): void {
    const place: Place = { sheet: layout.name, row: row.row }
    log.meet()
    if (row.hidden) log.notice(place, refuse('hiddenRow', { sheet: layout.name }))
    const range = merged(row.row)
    const stray = strayCell(row, columns)
    if (range !== undefined) log.refuse(place, refuse('mergedCells', { range }))
    else if (stray) {
      log.refuse(
        { ...place, cell: cellName(stray.at, row.row) },
        refuse('strayRow', { found: shownCell(stray.cell) }),
      )
    }
    if (range !== undefined || stray) {
      log.turnAway()
      return
    }
    const { values, faults, notices } = reader(row, columns)
    if (faults.length > 0) onFaulty?.(values, row.row)
    const found = faults.length > 0 ? faults : take(values, row.row)
    if (found === undefined || found.length === 0) noteRow(notices, row, columns, place)
    if (found === undefined) return
    for (const fault of found) log.refuse(placeOf(fault, place, columns), fault.refusal)
    if (found.length > 0) {
      log.turnAway()
      return
    }
    log.accept()
  }

  function noteRow(notices: readonly FactFault[], row: SheetRow, columns: Heading, place: Place): void {
    for (const notice of notices) log.notice(placeOf(notice, place, columns), notice.refusal)
    for (let at = 0; at < row.cells.length; at++) {
      if (columns.columns.has(at) || isBlank(row.cells[at])) continue
      const column = columns.others.get(at) ?? columnLetter(at)
      log.notice({ ...place, column, cell: cellName(at, row.row) }, refuse('passedColumn', { column }))
    }
  }

  function placeOf({ field }: FactFault, place: Place, columns: Heading): Place {
    const column = layout.columns.find(each => each.field === field)
    const at = field === undefined ? undefined : columns.places.get(field)
    return {
      ...place,
      ...(column ? { column: column.header } : {}),
      cell: at === undefined ? undefined : cellName(at, place.row!),
    }
  }
}

/** Checks the headings of a sheet alone, where its rows cannot be read. */
export function checkHeading({ layout, opened, survey }: SheetTask, log: ReadingLog): void {
  for (const row of opened.rows()) {
    if (isRefusal(row)) return
    if (row.cells.every(isBlank)) continue
    const heading = readHeading(row, layout, survey)
    if (!isHeading(heading)) refuseHeading(heading, row, layout, log)
    return
  }
}

function refuseHeading(faults: readonly Refusal[], row: SheetRow, layout: FactsSheet, log: ReadingLog): void {
  for (const fault of faults) log.refuse({ sheet: layout.name, row: row.row }, fault)
  if (!faults.some(({ code }) => code === 'columnMissing' || code === 'headingMissing')) return
  const found = row.cells.flatMap(cell =>
    cell === undefined || isBlank(cell) ? [] : [shownCell(cell).trim()],
  )
  log.unfit.push({ sheet: layout.name, columns: layout.columns.map(({ header }) => header), found })
}
