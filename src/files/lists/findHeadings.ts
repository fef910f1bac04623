import { comparable } from '../../domain/kernel/comparable.ts'
import { nearestName } from '../../domain/kernel/nearestName.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { columnLetter, type SheetRow } from '../xlsx/sheetCell.ts'
import { isBlank, shownCell } from './readCell.ts'

/** A column as its heading is looked for: by its name, or by other names that people use for it. */
export interface HeadingColumn {
  readonly name: string
  readonly also?: readonly string[]
}

/** The headings of a row: positions of the known columns by name, other headings, columns found by another name, and columns that occur twice. */
export interface HeadingsFound {
  readonly places: ReadonlyMap<string, number>
  readonly others: ReadonlyMap<number, string>
  readonly renamed: ReadonlyMap<string, string>
  readonly twice: readonly Refusal[]
}

/** Finds the known columns in a row of headings. A note in brackets or a star after a name does not count. */
export function findHeadings(row: SheetRow, columns: readonly HeadingColumn[]): HeadingsFound {
  const [names, also] = [new Map<string, string>(), new Map<string, string>()]
  for (const column of columns) {
    names.set(comparable(column.name), column.name)
    for (const other of column.also ?? []) also.set(comparable(other), column.name)
  }
  const [places, others, renamed] = [
    new Map<string, number>(),
    new Map<number, string>(),
    new Map<string, string>(),
  ]
  const twice: Refusal[] = []
  const take = (name: string, at: number): void => {
    const first = places.get(name)
    if (first === undefined) places.set(name, at)
    else twice.push(refuse('columnTwice', { column: name, first: `${columnLetter(first)}列` }))
  }
  row.cells.forEach((cell, at) => {
    if (!cell || isBlank(cell)) return
    const heading = shownCell(cell)
    const name = names.get(comparable(heading)) ?? names.get(bareHeading(heading))
    if (name === undefined) others.set(at, heading.trim())
    else take(name, at)
  })
  const exact = new Set(places.keys())
  for (const [at, heading] of others) {
    const name = also.get(comparable(heading)) ?? also.get(bareHeading(heading))
    if (name === undefined || exact.has(name)) continue
    others.delete(at)
    renamed.set(name, heading)
    take(name, at)
  }
  return { places, others, renamed, twice }
}

/** Returns the refusals for columns not found: those that are wanted, and those that another heading resembles. */
export function missingColumns(
  columns: readonly (HeadingColumn & { readonly wanted?: boolean })[],
  { places, others }: HeadingsFound,
): readonly Refusal[] {
  return columns.flatMap(({ name, wanted }) => {
    if (places.has(name)) return []
    const nearest = nearestName(
      name,
      [...others.values()].filter(heading => !RUNNING.test(heading)),
    )
    return wanted || nearest !== undefined ? [refuse('columnMissing', { column: name, nearest })] : []
  })
}

/** Returns, for each column, the heading of a row that is it by one of its names; '' where none is. */
export function likelyHeadings(row: SheetRow, columns: readonly HeadingColumn[]): readonly string[] {
  const { places } = findHeadings(row, columns)
  return columns.map(({ name }) => {
    const cell = row.cells[places.get(name) ?? -1]
    return cell === undefined ? '' : shownCell(cell)
  })
}

/** Headings of a running number, which nobody reads. */
export const RUNNING = /^(?:序号?|行号|no\.?)$/i

function bareHeading(heading: string): string {
  return comparable(heading).replaceAll(/\*|\(.*\)/g, '')
}
