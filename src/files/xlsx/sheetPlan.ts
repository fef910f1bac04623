import type { CellStyle } from 'hucre/xlsx'

/** 单元格样式, as the xlsx library takes it: font, fill, border, alignment, numFmt, protection. */
export type SheetStyle = CellStyle

/** 待写的单元格: a bare value, or one with formula (whose last value is `value`), style or comment. `undefined` and null leave the cell empty. */
export type CellPlan = CellValue | RichCellPlan | undefined

/** 单元格的值. Days are written as their serial number with a date format. */
export type CellValue = string | number | boolean | null

/** 带公式、样式或批注的单元格. */
export interface RichCellPlan {
  readonly value?: CellValue
  /** without the leading `=`. */
  readonly formula?: string
  readonly style?: SheetStyle
  readonly note?: string
}

/** 待写的列: its width in characters and the style of cells that have none of their own. */
export interface ColumnPlan {
  readonly width?: number
  readonly style?: SheetStyle
  readonly hidden?: boolean
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

/** 待写的工作表; rows from the first, in order. */
export interface SheetPlan {
  readonly name: string
  readonly columns: readonly ColumnPlan[]
  readonly rows: readonly (readonly CellPlan[])[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  readonly hidden?: boolean
  /** 工作表保护 without password: cells stay editable only where a style says `protection: { locked: false }`. */
  readonly locked?: boolean
  /** with `locked`: the columns' own styles hold for all rows below, so that rows nobody has written yet are editable too. */
  readonly openBelow?: number
  readonly validations?: readonly ValidationPlan[]
  /** as `A1:C1`. */
  readonly merges?: readonly string[]
  readonly filter?: string
  readonly rowHeights?: ReadonlyMap<number, number>
  readonly landscape?: boolean
}

/** 待写的工作簿. `madeOn` is the day written into its properties, never the clock's. */
export interface WorkbookPlan {
  readonly title: string
  readonly madeOn: string
  readonly sheets: readonly SheetPlan[]
  readonly names?: readonly { readonly name: string; readonly range: string }[]
}
