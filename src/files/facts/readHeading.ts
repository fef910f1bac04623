import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { findHeadings, missingColumns } from '../lists/findHeadings.ts'
import type { SheetRow } from '../xlsx/sheetCell.ts'
import type { SheetSurvey } from '../xlsx/surveySheet.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'

/** A heading row that was read: our columns by their position in the sheet, and other headings. */
export interface Heading {
  readonly columns: ReadonlyMap<number, FactsColumn>
  readonly places: ReadonlyMap<string, number>
  readonly others: ReadonlyMap<number, string>
  /** columns found under another heading that was chosen for them. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Reads the headings from the first row of a sheet, or returns refusals for what is missing, duplicated, renamed or merged. */
export function readHeading(
  first: SheetRow | undefined,
  layout: FactsSheet,
  survey: SheetSurvey,
): Heading | readonly Refusal[] {
  if (first === undefined) return [refuse('headingMissing', {})]
  if (first.row > 1)
    return [
      looksLikeHeading(first, layout)
        ? refuse('headingNotFirst', { row: first.row })
        : refuse('headingMissing', {}),
    ]
  const found = findHeadings(first, namesOf(layout))
  if (found.places.size === 0) return [refuse('headingMissing', {})]
  const merged = survey.merges.find(range => range.fromRow === 1)
  const faults = [
    ...found.twice,
    ...(merged ? [refuse('headingMerged', { range: merged.name })] : []),
    ...missingColumns(namesOf(layout), found),
  ]
  if (faults.length > 0) return faults
  const columns = new Map<number, FactsColumn>()
  const places = new Map<string, number>()
  for (const column of layout.columns) {
    const at = found.places.get(column.header)
    if (at === undefined) continue
    columns.set(at, column)
    places.set(column.field, at)
  }
  return { columns, places, others: found.others, renamed: found.renamed }
}

/** Checks that the heading has no faults. */
export function isHeading(heading: Heading | readonly Refusal[]): heading is Heading {
  return 'columns' in heading
}

/** Checks whether a row looks like the headings of this sheet, to detect a heading moved below the first row. */
export function looksLikeHeading(row: SheetRow, layout: FactsSheet): boolean {
  const matches = findHeadings(row, namesOf(layout)).places.size
  return matches * 2 >= layout.columns.filter(column => column.required).length && matches >= 2
}

/** Takes the headings that a user has chosen for columns of their own workbook: one `sheet/column⇥heading` a line. */
export function choosingSheetHeadings(
  layouts: readonly FactsSheet[],
  chosen: string | undefined,
): readonly FactsSheet[] {
  if (chosen === undefined || chosen === '') return layouts
  const headings = new Map(chosen.split('\n').map(line => line.split('\t', 2) as [string, string]))
  return layouts.map(layout => ({
    ...layout,
    columns: layout.columns.map(column => {
      const heading = headings.get(`${layout.name}/${column.header}`)
      return heading === undefined || heading === '' ? column : { ...column, also: [heading] }
    }),
  }))
}

function namesOf({ columns }: FactsSheet) {
  return columns.map(({ header, also, required }) => ({ name: header, also, wanted: required }))
}
