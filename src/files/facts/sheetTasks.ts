import { nearestName } from '../../domain/kernel/nearestName.ts'
import { isRefusal, refuse } from '../../domain/kernel/refusal.ts'
import type { OpenedSheet, OpenedWorkbook } from '../xlsx/openWorkbook.ts'
import type { FactsSheet } from './factsColumn.ts'
import { GUIDE_SHEET, OPTIONS_SHEET } from './factsSheets.ts'
import { comparable } from '../../domain/kernel/comparable.ts'
import type { ReadingLog } from '../lists/readingLog.ts'
import type { SheetTask } from './readSheet.ts'

/**
 * Returns the sheets to read: those of the layout that are present and complete. A missing or renamed
 * sheet is refused with the nearest name, an unknown one is skipped with a notice; a workbook that lacks
 * most sheets is a different one and is reported once. `silent` names further sheets known to belong to
 * others.
 */
export function sheetTasks(
  workbook: OpenedWorkbook,
  layouts: readonly FactsSheet[],
  silent: readonly string[],
  log: ReadingLog,
): readonly SheetTask[] {
  const byName = new Map<string, OpenedSheet>()
  for (const sheet of workbook.sheets)
    if (!byName.has(comparable(sheet.name))) byName.set(comparable(sheet.name), sheet)
  const known = new Set(
    [...layouts.map(layout => layout.name), GUIDE_SHEET, OPTIONS_SHEET, ...silent].map(comparable),
  )
  const others = workbook.sheets.filter(
    sheet => byName.get(comparable(sheet.name)) !== sheet || !known.has(comparable(sheet.name)),
  )
  const nearestOf = ({ name }: FactsSheet): string | undefined =>
    nearestName(
      name,
      others.map(sheet => sheet.name),
    )
  const lost = layouts.filter(
    layout => !byName.has(comparable(layout.name)) && nearestOf(layout) === undefined,
  )
  if (layouts.length > 1 && lost.length * 2 > layouts.length) {
    log.refuse({}, refuse('noSheetOfFacts', { first: lost[0]!.name }))
    return []
  }
  const suspects = new Set<string>()
  const tasks = layouts.flatMap((layout): SheetTask[] => {
    const opened = byName.get(comparable(layout.name))
    if (opened) return surveyedTask(layout, opened, log)
    const nearest = nearestOf(layout)
    if (nearest !== undefined) suspects.add(nearest)
    if (!layout.optional || nearest !== undefined) {
      log.refuse(
        {},
        refuse(
          'sheetMissing',
          nearest === undefined ? { sheet: layout.name } : { sheet: layout.name, nearest },
        ),
      )
    }
    return []
  })
  for (const { name } of others)
    if (!suspects.has(name)) log.notice({ sheet: name }, refuse('passedSheet', { sheet: name }))
  return tasks
}

/** Returns the task of one sheet, unless it cannot be surveyed. */
export function surveyedTask(layout: FactsSheet, opened: OpenedSheet, log: ReadingLog): SheetTask[] {
  const survey = opened.survey()
  if (opened.hidden && layout.list !== 'history')
    log.notice({ sheet: layout.name }, refuse('hiddenSheet', { sheet: layout.name }))
  if (!isRefusal(survey)) return [{ layout, opened, survey }]
  log.refuse({ sheet: layout.name }, survey)
  return []
}

/** Returns the total number of rows, as far as the sheets declare it. */
export function rowsExpected(tasks: readonly SheetTask[]): number {
  return tasks.reduce((sum, { survey }) => sum + Math.max(0, (survey.lastRow ?? 1) - 1), 0)
}
