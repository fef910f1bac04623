import { nearestName } from '../../domain/kernel/nearestName.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { columnLetter, type SheetRow } from '../xlsx/sheetCell.ts'
import type { SheetSurvey } from '../xlsx/surveySheet.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'
import { comparable } from '../lists/plainText.ts'
import { isBlank, shownCell } from '../lists/readCell.ts'

/** A heading row that was read: our columns by their position in the sheet, and other headings. */
export interface Heading {
  readonly columns: ReadonlyMap<number, FactsColumn>
  readonly places: ReadonlyMap<string, number>
  readonly others: ReadonlyMap<number, string>
}

/** Reads the headings from the first row of a sheet, or returns refusals for what is missing, duplicated, renamed or merged. */
export function readHeading(
  first: SheetRow | undefined,
  layout: FactsSheet,
  survey: SheetSurvey,
): Heading | readonly Refusal[] {
  if (first === undefined) return [refuse('headingMissing', {})]
  const found = headersOf(first)
  const known = new Map(layout.columns.map(column => [comparable(column.header), column]))
  if (first.row > 1)
    return [
      looksLikeHeading(first, layout)
        ? refuse('headingNotFirst', { row: first.row })
        : refuse('headingMissing', {}),
    ]
  const columns = new Map<number, FactsColumn>()
  const [places, others] = [new Map<string, number>(), new Map<number, string>()]
  const faults: Refusal[] = []
  for (const [at, header] of found) {
    const column = known.get(comparable(header))
    if (!column) others.set(at, header)
    else if (places.has(column.field)) {
      faults.push(
        refuse('columnTwice', {
          column: column.header,
          first: `${columnLetter(places.get(column.field)!)}列`,
        }),
      )
    } else {
      columns.set(at, column)
      places.set(column.field, at)
    }
  }
  if (columns.size === 0) return [refuse('headingMissing', {})]
  const merged = survey.merges.find(range => range.fromRow === 1)
  if (merged) faults.push(refuse('headingMerged', { range: merged.name }))
  faults.push(...missingColumns(layout, places, others))
  return faults.length > 0 ? faults : { columns, places, others }
}

/** Checks that the heading has no faults. */
export function isHeading(heading: Heading | readonly Refusal[]): heading is Heading {
  return 'columns' in heading
}

/** Checks whether a row looks like the headings of this sheet, to detect a heading moved below the first row. */
export function looksLikeHeading(row: SheetRow, layout: FactsSheet): boolean {
  const known = new Set(layout.columns.map(column => comparable(column.header)))
  const matches = [...headersOf(row).values()].filter(header => known.has(comparable(header))).length
  return matches * 2 >= layout.columns.filter(column => column.required).length && matches >= 2
}

function headersOf(row: SheetRow): ReadonlyMap<number, string> {
  const headers = new Map<number, string>()
  row.cells.forEach((cell, at) => {
    if (cell && !isBlank(cell)) headers.set(at, shownCell(cell).trim())
  })
  return headers
}

/** finds missing columns; an optional column counts as renamed when a similar heading is present. */
function missingColumns(
  layout: FactsSheet,
  places: ReadonlyMap<string, number>,
  others: ReadonlyMap<number, string>,
): readonly Refusal[] {
  return layout.columns
    .filter(column => !places.has(column.field))
    .flatMap(column => {
      const nearest = nearestName(column.header, others.values())
      if (!column.required && nearest === undefined) return []
      return [
        refuse(
          'columnMissing',
          nearest === undefined ? { column: column.header } : { column: column.header, nearest },
        ),
      ]
    })
}
