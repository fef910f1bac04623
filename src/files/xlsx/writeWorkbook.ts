import { writeXlsx, type Cell, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { mergedRange } from './mergedRange.ts'
import { createColumns } from './createColumns.ts'
import type {
  CellPlan,
  CellValue,
  RichCellPlan,
  SheetPlan,
  ValidationPlan,
  WorkbookPlan,
} from './sheetPlan.ts'

/** 写出工作簿: the same plan gives the same bytes. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const day = new Date(`${plan.madeOn}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: plan.sheets.map(writeSheet),
    properties: { title: plan.title, creator: '衡评', created: day, modified: day },
    namedRanges: (plan.names ?? []).map(({ name, range }) => ({ name, range })),
    defaultFont: { name: '宋体', size: 11 },
  })
  const opened = plan.sheets.flatMap((sheet, at) =>
    sheet.openBelow === undefined ? [] : [{ part: at + 1, row: sheet.openBelow }],
  )
  return opened.length === 0 ? bytes : createColumns(bytes, opened)
}

function writeSheet(plan: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rows = plan.rows.map((row, at) => row.map((cell, column) => bareValue(cell, at, column, cells)))
  if (plan.openBelow !== undefined) probeRow(plan, plan.openBelow, rows, cells)
  return {
    name: plan.name,
    columns: plan.columns.map(({ width, style, hidden }) => ({
      width: width ?? 12,
      ...given({ style, hidden }),
    })),
    rows,
    cells,
    ...given({
      hidden: plan.hidden,
      freezePane:
        plan.frozenRows || plan.frozenColumns
          ? given({ rows: plan.frozenRows, columns: plan.frozenColumns })
          : undefined,
      protection: plan.locked ? PROTECTION : undefined,
      dataValidations: plan.validations?.map(validationOf),
      merges: plan.merges?.map(mergeOf),
      autoFilter: plan.filter === undefined ? undefined : { range: plan.filter },
      rowDefs: plan.rowHeights && new Map([...plan.rowHeights].map(([row, height]) => [row, { height }])),
      pageSetup: plan.landscape
        ? {
            orientation: 'landscape' as const,
            paperSize: 'a4' as const,
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
          }
        : undefined,
    }),
  }
}

/** what a clerk may still do on a protected sheet. */
const PROTECTION = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
} as const

function bareValue(
  cell: CellPlan,
  row: number,
  column: number,
  cells: Map<string, Partial<Cell>>,
): CellValue {
  if (cell === undefined || cell === null) return null
  if (typeof cell !== 'object') {
    if (typeof cell === 'string' && ERRORS.has(cell))
      cells.set(`${row},${column}`, { richText: [{ text: cell }] })
    return plainText(cell)
  }
  cells.set(`${row},${column}`, richCell(cell))
  return cell.formula === undefined ? plainText(cell.value ?? null) : null
}

function richCell({ value, formula, style, note }: RichCellPlan): Partial<Cell> {
  return given({
    formula,
    formulaResult: formula === undefined ? undefined : plainText(value ?? null),
    richText:
      formula === undefined && typeof value === 'string' && ERRORS.has(value) ? [{ text: value }] : undefined,
    style,
    comment: note === undefined ? undefined : { author: '衡评', text: note },
  }) as Partial<Cell>
}

/** the library takes a text that looks like an error value for one. */
const ERRORS: ReadonlySet<string> = new Set([
  '#VALUE!',
  '#REF!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#DIV/0!',
  '#NUM!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])

/** `_x000D_` in a text would be read back as the sign that it encodes. */
function plainText(value: CellValue): CellValue {
  return typeof value === 'string' && value.includes('_x')
    ? value.replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    : value
}

/** the first row below the headings always shows each column's style, even where it is empty. */
function probeRow(
  plan: SheetPlan,
  row: number,
  rows: CellValue[][],
  cells: Map<string, Partial<Cell>>,
): void {
  rows[row] ??= []
  plan.columns.forEach(({ style }, column) => {
    const known = cells.get(`${row},${column}`)
    if (style && !known?.style) cells.set(`${row},${column}`, { ...known, style })
  })
}

function validationOf({ range, kind, from, to, strict, title, message }: ValidationPlan): DataValidation {
  return {
    type: kind,
    range,
    allowBlank: true,
    formula1: from,
    showErrorMessage: strict !== 'off',
    errorStyle: strict === 'stop' ? 'stop' : 'warning',
    ...given({
      formula2: to,
      operator: kind === 'list' ? undefined : ('between' as const),
      errorTitle: title,
      errorMessage: message,
    }),
  }
}

function mergeOf(name: string): { startRow: number; startCol: number; endRow: number; endCol: number } {
  const range = mergedRange(name)
  if (!range) throw new RangeError(`not a range: ${name}`)
  return {
    startRow: range.fromRow - 1,
    startCol: range.fromColumn,
    endRow: range.toRow - 1,
    endCol: range.toColumn,
  }
}

/** only what is there: the library tells an absent option from an undefined one. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
