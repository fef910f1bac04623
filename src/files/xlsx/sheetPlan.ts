/** 单元格样式: all optional; colours as RRGGBB. Without a font of its own a cell has the workbook's. */
export interface SheetStyle {
  readonly bold?: boolean
  readonly font?: string
  readonly size?: number
  readonly colour?: string
  readonly fill?: string
  readonly border?: boolean
  /** 数字格式, as `yyyy-mm-dd`, `0.00`, or `@` for texts. */
  readonly format?: string
  readonly across?: 'left' | 'center' | 'right'
  readonly down?: 'top' | 'center'
  readonly wrap?: boolean
  readonly indent?: number
  /** 可填: editable on a locked sheet. */
  readonly open?: boolean
  /** 文字标记: a text that looks like a formula stays a text when somebody edits it; the writer sets it where it is needed. */
  readonly quoted?: boolean
}

/** 单元格的值. Days are written as their serial number with a date format. */
export type CellValue = string | number | boolean | null

/** 待写的单元格: a bare value, or one with formula, style or comment. `undefined` and null leave the cell empty. */
export type CellPlan = CellValue | RichCellPlan | undefined

/** 带公式、样式或批注的单元格. */
export interface RichCellPlan {
  /** of a formula its last value. */
  readonly value?: CellValue | undefined
  /** without the leading `=`. */
  readonly formula?: string | undefined
  /** its column's unless given; sheets of many rows pass an id of the style book. */
  readonly style?: SheetStyle | number | undefined
  readonly note?: string | undefined
}

/** 待写的列: its width in half-width characters and the style of all its cells that have none of their own, down to the sheet's last row. */
export interface ColumnPlan {
  readonly width?: number
  readonly style?: SheetStyle
}

/** 有效性: a drop-down list or a bound on numbers, over a range such as `B2:B1048576`; a warning lets the user go on. */
export interface ValidationPlan {
  readonly range: string
  readonly kind: 'list' | 'whole' | 'decimal' | 'date'
  /** for a list the range that holds it (`选项!$A$2:$A$9`); for bounds the two ends. */
  readonly from: string
  readonly to?: string
  readonly strict: 'stop' | 'warning' | 'off'
  readonly title?: string
  readonly message?: string
}

/** 工作表的设置: what must be known before its first row. It prints on A4, as wide as the page. */
export interface SheetSetup {
  readonly name: string
  /** sheets stand by this number, and among equals in the order in which they were opened. */
  readonly order?: number
  readonly columns: readonly ColumnPlan[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  /** rows repeated on every printed page, from 1. */
  readonly repeatedRows?: readonly [number, number]
  readonly portrait?: boolean
  readonly gridLines?: boolean
  readonly hidden?: boolean
  /** 工作表保护 without password: cells stay editable only where their style says `open`; an open last column goes on to the sheet's last. */
  readonly locked?: boolean
  /** the heading row (from 1) that carries the filter buttons. */
  readonly filterRow?: number
  /** 条件格式: cells of the data rows coloured where a formula (for the first data row) holds. */
  readonly marks?: { readonly from: number; readonly formula: string; readonly colour: string }
  readonly validations?: readonly ValidationPlan[]
}

/** 待写的工作表; rows from the first, in order. */
export interface SheetPlan extends SheetSetup {
  readonly rows: readonly (readonly CellPlan[])[]
  /** as `A1:C1`. */
  readonly merges?: readonly string[]
  /** in points, by row from 0. */
  readonly rowHeights?: ReadonlyMap<number, number>
}

/** 待写的工作簿. `madeOn` is the day written into its properties, never the clock's. */
export interface WorkbookPlan {
  readonly title: string
  readonly madeOn: string
  readonly sheets: readonly SheetPlan[]
}
