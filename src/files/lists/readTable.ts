import { comparable, isTableFooter } from '../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { createMerges } from '../xlsx/mergedRange.ts'
import { type OpenedSheet, openWorkbook } from '../xlsx/openWorkbook.ts'
import { columnLetter, type SheetCell, type SheetRow } from '../xlsx/sheetCell.ts'
import { sniffBytes } from '../xlsx/sniffBytes.ts'
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../xlsx/workbookLimits.ts'
import {
  findHeadings,
  likelyHeadings,
  type HeadingColumn,
  type HeadingsFound,
  missingColumns,
  RUNNING,
} from './findHeadings.ts'
import { openText } from './openText.ts'
import { plainText } from './plainText.ts'
import { isBlank, refuseCell, shownCell } from './readCell.ts'
import { createReadingLog, type Notice } from './readingLog.ts'

/** What the reader needs to know of a list. */
export interface TableShape {
  readonly columns: readonly (HeadingColumn & { readonly wanted?: boolean })[]
  /** the maximum number of rows of a file. */
  readonly most: number
  /** the list may also come as text, pasted from a table or as a CSV file. */
  readonly text?: true
}

/** A row below the headings. */
export interface TableRow {
  /** the sheet, where the file has several. */
  readonly sheet?: string
  readonly row: number
  readonly cells: SheetRow['cells']
  readonly places: ReadonlyMap<string, number>
  /** why no value can be read of the row: merged cells, a total, a formula without a value. */
  readonly fault?: { readonly refusal: Refusal; readonly column?: string; readonly at?: number }
}

/** The rows of a list as they stand in a workbook; plain data, so that any thread can read it. */
export interface ListTable {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  readonly notices: readonly Notice[]
}

interface SheetTable {
  readonly sheet: string
  readonly found: HeadingsFound
  readonly rows: SheetRow[]
  readonly hidden?: ReadonlySet<number>
  readonly merged: (row: number) => string | undefined
}

const HEADING_WITHIN = 10
/** sheets of our own templates that hold no rows. */
const GUIDES = ['填写说明', '选项', '说明']

/**
 * Reads the rows of a list from all visible sheets that have its headings in one of their first ten rows,
 * in any order, with other columns between. Tells of what it passes over: sheets, columns, hidden rows.
 * Refused when it is not a workbook (see `openWorkbook`), `tableHeadingsMissing`, `columnMissing`,
 * `columnTwice`, `headingMerged`, `tableRowsTooMany`.
 */
export function readTable(
  { columns, most, text }: TableShape,
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): ListTable | Refusal {
  const isText = text && bytes.length <= limits.file && sniffBytes(bytes) === 'text'
  const book = isText ? openText(bytes, columns) : openWorkbook(bytes, limits)
  if (isRefusal(book)) return book
  const log = createReadingLog()
  const [tables, passed]: [SheetTable[], string[]] = [[], []]
  let [missing, left]: [Refusal | undefined, number] = [undefined, most]
  for (const sheet of book.sheets) {
    if (GUIDES.includes(comparable(sheet.name))) continue
    const table = tableOf(sheet, columns, left)
    if (isRefusal(table)) {
      if (table.code === 'tableRowsTooMany') return refuse('tableRowsTooMany', { most })
      if (!HEADING_CODES.includes(table.code)) return table
      if (!sheet.hidden) {
        missing ??= table
        passed.push(sheet.name)
      }
      if (!sheet.hidden && table.code !== 'columnMissing' && table.code !== 'tableHeadingsMissing')
        return table
      continue
    }
    if (table === undefined) continue
    if (sheet.hidden) {
      log.notice({ sheet: sheet.name }, refuse('passedHiddenSheet', { sheet: sheet.name }))
      continue
    }
    left -= table.rows.length
    tables.push(table)
  }
  const wanted = columns.filter(column => column.wanted).map(column => column.name)
  if (tables.length === 0) return missing ?? refuse('tableHeadingsMissing', { wanted: wanted.join('、') })
  for (const sheet of passed)
    log.notice({ sheet }, refuse('passedSheetOfList', { sheet, wanted: wanted.join('、') }))
  const isOne = tables.length === 1
  const rows = tables.flatMap(table => rowsOf(table, isOne ? undefined : table.sheet, log))
  const headings = tables.flatMap(({ found }) => [
    ...found.places.keys(),
    ...found.renamed.values(),
    ...found.others.values(),
  ])
  return { headings, rows, notices: log.notices }
}

const HEADING_CODES: readonly string[] = [
  'tableHeadingsMissing',
  'columnMissing',
  'columnTwice',
  'headingMerged',
]

/** Reads the table of a sheet; `undefined` for an empty sheet. */
function tableOf(
  sheet: OpenedSheet,
  columns: TableShape['columns'],
  most: number,
): SheetTable | Refusal | undefined {
  const survey = sheet.survey()
  if (isRefusal(survey)) return survey
  const wanted = columns.filter(column => column.wanted)
  let best: { readonly here: HeadingsFound; readonly row: SheetRow } | undefined
  let found: HeadingsFound | undefined
  const rows: SheetRow[] = []
  for (const row of sheet.rows()) {
    if (isRefusal(row)) return row
    if (row.cells.every(isBlank)) continue
    if (found !== undefined) {
      if (rows.length >= most && isOfTable(row, found)) return refuse('tableRowsTooMany', { most })
      rows.push(row)
      continue
    }
    if (row.row > HEADING_WITHIN) break
    const here = findHeadings(row, columns)
    const more = best === undefined ? 1 : here.places.size - best.here.places.size
    if (best === undefined || more > 0 || (more === 0 && textsOf(best.row).length === 1)) best = { here, row }
    if (!wanted.every(({ name }) => here.places.has(name))) continue
    // A short optional heading resembles too much to refuse the file for it.
    const long = columns.filter(({ name, wanted: must }) => must || name.length > 2)
    const faults = [...here.twice, ...missingColumns(long, here)]
    if (faults[0] !== undefined) return withHeadings(faults[0], columns, row)
    const merged = survey.merges.find(range => range.fromRow <= row.row && range.toRow >= row.row)
    if (merged) return refuse('headingMerged', { range: merged.name })
    if (sheet.hidden) return { sheet: sheet.name, found: here, rows, merged: () => undefined }
    found = here
  }
  if (found !== undefined)
    return { sheet: sheet.name, found, rows, hidden: survey.hidden, merged: createMerges(survey.merges) }
  if (best === undefined) return undefined
  const { here, row } = best
  const near = missingColumns(wanted, here).find(fault => 'nearest' in fault.values && fault.values.nearest)
  const missing = wanted.flatMap(({ name }) => (here.places.has(name) ? [] : [name]))
  const refusal = near ?? refuse('tableHeadingsMissing', { wanted: missing.join('、') })
  return withHeadings(refusal, columns, row)
}

/** Adds the names of columns and headings to a refusal, so that a page can let somebody choose. */
function withHeadings({ code, values }: Refusal, columns: TableShape['columns'], row: SheetRow): Refusal {
  if (code !== 'columnMissing' && code !== 'tableHeadingsMissing') return { code, values } as Refusal
  return refuse(code, {
    ...values,
    columns: columns.map(({ name }) => name).join('\t'),
    found: textsOf(row).join('\t'),
    likely: likelyHeadings(row, columns).join('\t'),
  } as never)
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.flatMap(cell => (cell === undefined || isBlank(cell) ? [] : [shownCell(cell)]))
}

/** Takes the headings that a user has chosen for columns: one `column⇥heading` a line. */
export function choosingHeadings<L extends Pick<TableShape, 'columns'>>(
  list: L,
  chosen: string | undefined,
): L {
  if (chosen === undefined || chosen === '') return list
  const headings = new Map(chosen.split('\n').map(line => line.split('\t', 2) as [string, string]))
  const columns = list.columns.map(column => {
    const heading = headings.get(column.name)
    return heading === undefined || heading === ''
      ? column
      : { ...column, also: [...(column.also ?? []), heading] }
  })
  return { ...list, columns }
}

function rowsOf(
  { sheet, found, rows, hidden: columns, merged }: SheetTable,
  name: string | undefined,
  log: ReturnType<typeof createReadingLog>,
): readonly TableRow[] {
  const { places, others } = found
  for (const [column, heading] of found.renamed)
    if (comparable(heading) !== comparable(column))
      log.notice({ sheet: name, column: heading }, refuse('tookHeading', { column }))
  for (const [column, at] of places)
    if (columns?.has(at)) log.notice({ sheet: name, column }, refuse('hiddenColumn', {}))
  return rows.flatMap(({ row, cells, hidden }): TableRow[] => {
    const range = merged(row)
    const filled = cells.flatMap((cell, at) => (cell === undefined || isBlank(cell) ? [] : [{ cell, at }]))
    const stray = filled.filter(
      ({ cell, at }) => !RUNNING.test(others.get(at) ?? '') || !/^\d*$/.test(plainText(shownCell(cell))),
    )
    const isOwn = filled.some(({ at }) => isPlace(places, at))
    if (!isOwn && (stray.length === 0 || (stray.length === 1 && stray[0]!.cell.kind === 'number'))) return []
    if (hidden) log.notice({ sheet: name, row }, refuse('hiddenRow', { sheet }))
    const first = filled[0]!
    const footer = [first, stray[0]].find(one => one !== undefined && isTableFooter(shownCell(one.cell)))
    const one = { sheet: name, row, cells, places }
    if (range !== undefined) return [{ ...one, fault: { refusal: refuse('mergedCells', { range }) } }]
    if (footer !== undefined) {
      const refusal = refuse('tableFooter', { found: shownCell(footer.cell) })
      return [{ ...one, fault: { refusal, at: footer.at } }]
    }
    if (!isOwn) {
      const { cell, at } = stray[0]!
      return [{ ...one, fault: { refusal: refuse('strayRow', { found: shownCell(cell) }), at } }]
    }
    for (const { at } of stray)
      if (!isPlace(places, at)) {
        const column = others.get(at) ?? columnLetter(at)
        log.notice({ sheet: name, row, column }, refuse('passedColumn', { column }))
      }
    return [{ ...one, fault: cellFault(cells, places) }]
  })
}

function cellFault(
  cells: readonly (SheetCell | undefined)[],
  places: ReadonlyMap<string, number>,
): TableRow['fault'] {
  for (const [column, at] of places) {
    const cell = cells[at]
    const refusal = cell === undefined ? undefined : refuseCell(cell)
    if (refusal) return { refusal, column, at }
  }
  return undefined
}

function isOfTable({ cells }: SheetRow, { places }: HeadingsFound): boolean {
  return [...places.values()].some(at => !isBlank(cells[at]))
}

function isPlace(places: ReadonlyMap<string, number>, at: number): boolean {
  for (const place of places.values()) if (place === at) return true
  return false
}
