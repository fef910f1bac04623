import type { CellPlan, RichCellPlan, SheetPlan, SheetStyle } from './sheetPlan.ts'
import { columnLetter } from './sheetCell.ts'
import { createSheetNames } from './sheetNames.ts'
import { writeWorkbook } from './writeWorkbook.ts'

/** A table: headings with their widths in characters, and rows. */
export interface TableSheet {
  readonly name: string
  readonly columns: readonly (readonly [heading: string, width: number])[]
  readonly rows: readonly (readonly CellPlan[])[]
}

/** Plans a table from its rows: each column with its heading, its width in characters and what a row says there. */
export function planTable<Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly (readonly [heading: string, width: number, value: (row: Row) => CellPlan])[],
): TableSheet {
  return {
    name,
    columns: columns.map(([heading, width]) => [heading, width]),
    rows: rows.map(row => columns.map(([, , value]) => value(row))),
  }
}

/** What stands above a table. */
interface Head {
  readonly title: string
  /** Empty before the office has a name. */
  readonly office: string
  /** As printed: 2018年12月21日. */
  readonly day: string
}

/** Writes tables as a paper to lay before somebody: title, office and date above a table with borders, the headings on every page. Texts stay texts whatever character they begin with. `madeOn` is the day of its properties. */
export function writeTables(
  head: Head & { readonly madeOn: string },
  tables: readonly TableSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, madeOn } = head
  const names = createSheetNames([])
  const sheets = tables.map(table => ({
    ...paperOf(table, tables.length === 1 ? title : `${title}：${table.name}`, head),
    name: names.other(table.name),
  }))
  return writeWorkbook({ title, madeOn, sheets })
}

const TITLE: SheetStyle = { bold: true, size: 16, across: 'center', down: 'center', wrap: true }
const HEADING: SheetStyle = { bold: true, border: true, across: 'center', down: 'center', wrap: true }
const CELL: SheetStyle = { border: true, down: 'center', wrap: true }

/** Rows above the first of the table: title, office and date, headings. */
const HEAD_ROWS = 3

function paperOf(
  { columns, rows }: TableSheet,
  title: string,
  { office, day }: Head,
): Omit<SheetPlan, 'name'> {
  const last = columns.length - 1
  const widths = fitted(columns.map(([, width]) => width))
  const under: CellPlan[] = columns.map(() => null)
  under[0] = office === '' ? null : { value: office }
  under[last] = { value: last === 0 && office !== '' ? `${office}　${day}` : day, style: { across: 'right' } }
  return {
    columns: widths.map(width => ({ width })),
    frozenRows: HEAD_ROWS,
    repeatedRows: [1, HEAD_ROWS],
    portrait: columns.reduce((sum, [, width]) => sum + width, 0) <= PORTRAIT,
    ...(last > 0 && { merges: [`A1:${columnLetter(last)}1`] }),
    rowHeights: new Map([[0, 32 * linesOf(title, widths)]]),
    rows: [
      [{ value: title, style: TITLE }],
      under,
      columns.map(([value]) => ({ value, style: HEADING })),
      ...rows.map(row => columns.map((_, at) => bordered(row[at]))),
    ],
  }
}

/** Counts the lines that a title takes above columns of these widths; its type is larger than theirs. */
function linesOf(title: string, widths: readonly number[]): number {
  const width = [...title].reduce((sum, sign) => sum + (sign < '\u0100' ? 1 : 2), 0) * (16 / 11)
  return Math.max(1, Math.ceil(width / widths.reduce((sum, one) => sum + one, 0)))
}

function bordered(cell: CellPlan): RichCellPlan {
  const rich = typeof cell === 'object' && cell !== null ? cell : { value: cell }
  const style = typeof rich.style === 'object' ? { ...CELL, ...rich.style } : (rich.style ?? CELL)
  // An empty cell keeps its border by an empty text.
  return { ...rich, value: rich.value ?? (rich.formula === undefined ? '' : rich.value), style }
}

/** Widths in characters that a page takes in readable type, upright and across. */
const PORTRAIT = 90
const LANDSCAPE = 150
/** Columns up to this width hold figures and days, and keep it. */
const NARROW = 14

/** Narrows the wide columns, whose text wraps, until the table fits the page in readable type. */
function fitted(widths: readonly number[]): readonly number[] {
  const total = (some: readonly number[]) => some.reduce((sum, width) => sum + width, 0)
  const wide = total(widths.filter(width => width > NARROW))
  const left = LANDSCAPE - (total(widths) - wide)
  if (wide <= left) return widths
  return widths.map(width => (width > NARROW ? Math.max(NARROW, Math.round((width * left) / wide)) : width))
}
