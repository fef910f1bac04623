import type { RichCellPlan, SheetSetup } from '../../xlsx/sheetPlan.ts'
import type { SheetStream } from '../../xlsx/stream/sheetStream.ts'
import { quoteSheet, type WorkbookStream } from '../../xlsx/stream/workbookStream.ts'
import { columnLetter } from '../../xlsx/sheetCell.ts'
import { linesIn } from './textWidth.ts'
import type { WorkbookStyles } from './workbookStyles.ts'

/** A table column: heading with its note, the constant above it (weight, base, tariff), and how a line fills it. */
export interface TableColumn<L> {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly style: number
  readonly note?: string | undefined
  readonly parameter?: string | number | undefined
  /** texts wrap, and rows grow with them. */
  readonly wraps?: boolean
  readonly cell: (line: L, here: Here) => IndentedCell | string | number | undefined
}

/** References from a line: cells of the same row and columns of the same table, for formulas. */
export interface Here {
  readonly row: number
  /** `F5`. */
  readonly at: (key: string) => string
  /** `F$3`, the constant above a column. */
  readonly parameter: (key: string) => string
  /** `$F$5:$F$122`. */
  readonly all: (key: string) => string
  /** `$F$5:F5`, from the first line to this one. */
  readonly upToHere: (key: string) => string
}

/** A table of the workbook: title, subtitle, constants, headings, then one row per line. */
export interface Table<L> {
  readonly add: (line: L) => number
  /** the row number of the next line. */
  readonly next: () => number
  /** `'总表'!$F$5`. */
  readonly cell: (key: string, row: number) => string
  /** `'总表'!$F$5:$F$122`; only that part if `fromRow` and `toRow` are given. */
  readonly range: (key: string, fromRow?: number, toRow?: number) => string
  /** continues on a further sheet when so many lines no longer fit. */
  readonly makeRoom: (lines: number) => void
  readonly settle: () => Promise<void> | undefined
}

/** The plan of a table. */
interface TablePlan<L> {
  readonly name: (wanted: string) => string
  readonly title: string
  readonly subtitle: string
  readonly columns: readonly TableColumn<L>[]
  /** the text before the constants, e.g. 分值. */
  readonly parameterLabel?: { readonly key: string; readonly text: string } | undefined
  readonly frozenColumns: number
  /** position of the sheet among the others. */
  readonly order: number
  /** number of lines, where formulas refer to whole columns. */
  readonly lines: number
  readonly filtered: boolean
  readonly mark?: ((here: Here) => { readonly formula: string; readonly colour: string }) | undefined
  readonly portrait?: boolean
  readonly mostRows?: number | undefined
}

/** A cell with an indent, in steps of its style. */
type IndentedCell = RichCellPlan & { readonly indent?: number }

const LINE = 13
/** maximum row height, in points. */
const HIGHEST = 400
/** maximum formula length, with a margin. */
const LONGEST_FORMULA = 8_000
const TITLE_ROWS = 2
const HEAD_ROW = 4
/** Order of the sheets; components are numbered from their entry. */
export const SHEET_ORDER = {
  cover: 0,
  summary: 1,
  components: 10,
  lists: 9_000,
  entries: 9_001,
  consequences: 9_002,
  issues: 9_003,
  explanations: 9_004,
} as const

/** First row of data. */
export const FIRST_ROW = 5
const MOST_ROWS = 1_048_576

/** Creates a table. */
export function createTable<L>(
  workbook: WorkbookStream,
  styles: WorkbookStyles,
  plan: TablePlan<L>,
): Table<L> {
  const letters = new Map(plan.columns.map(({ key }, at) => [key, columnLetter(at)]))
  const letter = (key: string): string => letters.get(key) ?? fail(key)
  const wrapping = plan.columns.flatMap(({ wraps }, at) => (wraps === true ? [at] : []))
  const last = FIRST_ROW + Math.max(1, plan.lines) - 1
  const here = (row: number): Here => ({
    row,
    at: key => `${letter(key)}${row}`,
    parameter: key => `${letter(key)}$${TITLE_ROWS + 1}`,
    all: key => `$${letter(key)}$${FIRST_ROW}:$${letter(key)}$${last}`,
    upToHere: key => `$${letter(key)}$${FIRST_ROW}:${letter(key)}${row}`,
  })
  let name = plan.name(plan.title)
  let sheet = createSheet(workbook, styles, plan, name, here(FIRST_ROW))
  return {
    next: () => sheet.rows() + 1,
    add: line => {
      const at = here(sheet.rows() + 1)
      const cells = plan.columns.map(column => cellOf(column, line, at))
      const lines = wrapping.reduce(
        (most, index) => Math.max(most, linesOf(cells[index]!, plan.columns[index]!.width)),
        1,
      )
      return sheet.add(cells, lines === 1 ? undefined : Math.min(HIGHEST, LINE * lines + 4))
    },
    cell: (key, row) => `${quoteSheet(name)}!$${letter(key)}$${row}`,
    range: (key, from = FIRST_ROW, to = last) =>
      `${quoteSheet(name)}!$${letter(key)}$${from}:$${letter(key)}$${to}`,
    makeRoom: lines => {
      if (sheet.rows() + lines <= (plan.mostRows ?? MOST_ROWS)) return
      name = plan.name(plan.title)
      sheet = createSheet(workbook, styles, plan, name, here(FIRST_ROW))
    },
    settle: () => sheet.settle(),
  }
}

function createSheet<L>(
  workbook: WorkbookStream,
  styles: WorkbookStyles,
  plan: TablePlan<L>,
  name: string,
  here: Here,
): SheetStream {
  const { columns, title, subtitle, parameterLabel } = plan
  const setup: SheetSetup = {
    name,
    order: plan.order,
    columns: columns.map(({ width }) => ({ width })),
    frozenRows: HEAD_ROW,
    frozenColumns: plan.frozenColumns,
    repeatedRows: [TITLE_ROWS + 1, HEAD_ROW],
    portrait: plan.portrait,
    ...(plan.filtered ? { filterRow: HEAD_ROW } : {}),
    marks: plan.mark === undefined ? undefined : { from: FIRST_ROW, ...plan.mark(here) },
  }
  const sheet = workbook.open(setup)
  sheet.add([{ value: title, style: styles.title }], 24)
  sheet.add([{ value: subtitle, style: styles.subtitle }])
  sheet.add(
    parameterLabel === undefined
      ? []
      : columns.map(({ key, parameter }) =>
          key === parameterLabel.key
            ? { value: parameterLabel.text, style: styles.parameterLabel }
            : { value: parameter, style: styles.parameter },
        ),
  )
  const lines = Math.max(...columns.map(({ head, width }) => linesIn(head, width)))
  sheet.add(
    columns.map(({ head, note }) => ({ value: head, style: styles.head, note })),
    Math.max(20, 14 * lines + 6),
  )
  return sheet
}

function cellOf<L>({ style, cell }: TableColumn<L>, line: L, here: Here): IndentedCell {
  const made = cell(line, here)
  if (typeof made !== 'object') return { value: made, style }
  const styled = made.style === undefined ? { ...made, style } : made
  return (made.formula?.length ?? 0) <= LONGEST_FORMULA
    ? styled
    : { ...styled, formula: undefined, note: '公式过长，单元格放不下，这里是计算结果' }
}

/** Returns the number of lines of a cell, since not all spreadsheets fit row heights to the text. */
function linesOf({ value, indent = 0 }: IndentedCell, width: number): number {
  return typeof value === 'string' ? linesIn(value, width - 1.5 * indent) : 1
}

function fail(key: string): never {
  throw new RangeError(`no such column: ${key}`)
}
