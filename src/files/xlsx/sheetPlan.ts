/** A cell style: all fields optional; colours as RRGGBB. The default font is that of the workbook. */
export interface SheetStyle {
  readonly bold?: boolean
  readonly font?: string
  readonly size?: number
  readonly colour?: string
  readonly fill?: string
  readonly border?: boolean
  /** number format, such as `yyyy-mm-dd`, `0.00`, or `@` for texts. */
  readonly format?: string
  readonly across?: 'left' | 'center' | 'right'
  readonly down?: 'top' | 'center'
  readonly wrap?: boolean
  readonly indent?: number
  /** editable on a locked sheet. */
  readonly open?: boolean
  /** a text that looks like a formula stays a text when edited; the writer sets this where needed. */
  readonly quoted?: boolean
}

/** The value of a cell. Days are written as their serial number with a date format. */
export type CellValue = string | number | boolean | null

/** A cell to write: a bare value, or one with formula, style or comment. `undefined` and null leave the cell empty. */
export type CellPlan = CellValue | RichCellPlan | undefined

/** A cell with formula, style or comment. */
export interface RichCellPlan {
  /** the last value, for a formula. */
  readonly value?: CellValue | undefined
  /** without the leading `=`. */
  readonly formula?: string | undefined
  /** default: the column's style; sheets of many rows pass an id of the style book. */
  readonly style?: SheetStyle | number | undefined
  readonly note?: string | undefined
}

/** A column to write: its width in half-width characters and the default style of its cells, down to the sheet's last row. */
interface ColumnPlan {
  readonly width?: number
  readonly style?: SheetStyle
}

/** A data validation: a drop-down list or a bound on numbers, over a range such as `B2:B1048576`; a warning lets the user continue. */
export interface ValidationPlan {
  readonly range: string
  readonly kind: 'list' | 'whole' | 'decimal' | 'date'
  /** for a list the range that holds it (`选项!$A$2:$A$9`); for bounds the two limits. */
  readonly from: string
  readonly to?: string
  readonly strict: 'stop' | 'warning' | 'off'
  readonly title?: string
  readonly message?: string
}

/** The setup of a sheet: what must be known before its first row. It prints on A4, fitted to the page width. */
export interface SheetSetup {
  readonly name: string
  /** sort key of the sheet; equal sheets keep the order in which they were opened. */
  readonly order?: number
  readonly columns: readonly ColumnPlan[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  /** rows repeated on every printed page, from 1. */
  readonly repeatedRows?: readonly [number, number]
  readonly portrait?: boolean
  readonly gridLines?: boolean
  readonly hidden?: boolean
  /** sheet protection without a password: only cells with an `open` style are editable; an open last column extends to the sheet's last. */
  readonly locked?: boolean
  /** the heading row (from 1) with the filter buttons. */
  readonly filterRow?: number
  /** conditional format: colours the data rows where a formula (written for the first data row) holds. */
  readonly marks?: { readonly from: number; readonly formula: string; readonly colour: string }
  readonly validations?: readonly ValidationPlan[]
}

/** A sheet to write; rows in order from the first. */
export interface SheetPlan extends SheetSetup {
  readonly rows: readonly (readonly CellPlan[])[]
  /** such as `A1:C1`. */
  readonly merges?: readonly string[]
  /** in points, by row from 0. */
  readonly rowHeights?: ReadonlyMap<number, number>
}

/** A workbook to write. `madeOn` is the day written to its properties, never taken from the clock. */
export interface WorkbookPlan {
  readonly title: string
  readonly madeOn: string
  readonly sheets: readonly SheetPlan[]
}
