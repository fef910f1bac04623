import type { CycleOutcome } from '../../domain/score/appraiseCycle.ts'
import { listResults } from '../../domain/score/listResults.ts'
import { openWorkbookStream } from '../xlsx/stream/workbookStream.ts'
import { type BookContext, lineOf, orderUnits, type UnitLine } from './workbook/bookContext.ts'
import { createComponentTable } from './workbook/componentTable.ts'
import { createConsequenceTable } from './workbook/consequenceTable.ts'
import { countEntries, countLines } from './workbook/countLines.ts'
import { type WorkbookNotes, writeCoverSheet } from './workbook/coverSheet.ts'
import { createEntryTable } from './workbook/entryTable.ts'
import { addExplanation, createExplanationTable } from './workbook/explanationTable.ts'
import { createIssueTable } from './workbook/issueTable.ts'
import { createListTable } from './workbook/listTable.ts'
import { numberRubrics } from './workbook/numberRubrics.ts'
import { createSheetNames } from '../xlsx/sheetNames.ts'
import { createSummaryTable } from './workbook/summaryTable.ts'
import { workbookStyles } from './workbook/workbookStyles.ts'

export type { WorkbookNotes } from './workbook/coverSheet.ts'

/** Options of writing the results workbook. */
export interface WorkbookOptions extends WorkbookNotes {
  /** called after each appraisee. */
  readonly onProgress?: (done: number, total: number) => void
  /** maximum number of appraisees for which tables look up each other's lines and figures have notes. */
  readonly lookUpTo?: number
  /** maximum number of rows per sheet; Excel's limit by default. */
  readonly mostRows?: number
}

/**
 * Writes the results workbook (xlsx): live formulas with the engine's figures as their last values,
 * clause and ruling in notes. Appraisees are processed one by one, so that only the compressed sheets are
 * kept in memory. (五（一）)
 */
export async function writeResultsWorkbook(
  outcome: CycleOutcome,
  options: WorkbookOptions,
): Promise<Uint8Array> {
  const context = createContext(outcome, options)
  const { order, groups } = context
  const results = listResults(outcome)
  const groupOf = (number: number): number => groups.find(group => number <= group.last)!.number
  const makeLine = (at: number, index: number): UnitLine =>
    lineOf(outcome, results[at]!, at, index + 1, groupOf(index + 1))
  // Formulas over whole columns have to know where these end.
  const known = context.mode === 'lookup' ? order.map(makeLine) : undefined
  const tables = createTables(context, options, known ?? [])
  for (const issue of outcome.issues) if (issue.unit === undefined) tables.issues.add({ issue })
  for (const [index, at] of order.entries()) {
    addUnit(tables, known?.[index] ?? makeLine(at, index))
    for (const table of tables.all) await table.settle()
    options.onProgress?.(index + 1, order.length)
  }
  return context.workbook.finish()
}

function createContext(
  outcome: CycleOutcome,
  { asOf, lookUpTo = 400, mostRows }: WorkbookOptions,
): BookContext {
  const { components, scheme } = outcome
  const { prepared, appraisees } = components
  const workbook = openWorkbookStream({ title: `${scheme.title}：结果`, madeOn: asOf })
  const rounding = prepared.rulings.answer('rounding')
  const small = appraisees.length <= lookUpTo
  return {
    outcome,
    prepared,
    rounding,
    workbook,
    styles: workbookStyles(workbook.styles, rounding.decimals),
    names: createSheetNames(['说明', '总表', '加分扣分清单', '核查扣分', '结果运用', '问题清单', '解释']),
    units: appraisees.length,
    ...orderUnits(outcome),
    mode: small ? 'lookup' : 'direct',
    noted: small,
    mostRows,
  }
}

type Tables = ReturnType<typeof createTables>

function createTables(context: BookContext, notes: WorkbookNotes, known: readonly UnitLine[]) {
  const { outcome } = context
  writeCoverSheet(context, notes)
  const { rubrics, lists } = numberRubrics(outcome)
  const entries = createEntryTable(context, countEntries(outcome, known))
  const components = outcome.components.columns.map((column, at) =>
    createComponentTable(
      context,
      column,
      entries,
      rubrics,
      known.length === 0 ? context.units : countLines(known, at),
    ),
  )
  const listed = createListTable(context, entries, lists)
  const summary = createSummaryTable(context, components, listed)
  const consequences = createConsequenceTable(context, summary)
  const issues = createIssueTable(context)
  const explanations = createExplanationTable(context)
  const all = [
    entries,
    ...components.map(({ table }) => table),
    ...(listed ? [listed.table] : []),
    summary,
    consequences,
    issues,
    explanations,
  ]
  return { components, listed, summary, consequences, issues, explanations, all }
}

function addUnit(
  { components, listed, summary, consequences, issues, explanations }: Tables,
  unit: UnitLine,
): void {
  for (const component of components) component.add(unit)
  const points = listed?.add(unit) ?? 0
  const summaryRow = summary.add({ ...unit, listed: points })
  consequences.makeRoom(unit.result.consequences.length)
  for (const consequence of unit.result.consequences) consequences.add({ unit, consequence, summaryRow })
  issues.makeRoom(unit.result.issues.length)
  for (const issue of unit.result.issues) issues.add({ unit, issue })
  addExplanation(explanations, unit)
}
