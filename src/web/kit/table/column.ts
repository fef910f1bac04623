import type { ReactNode } from 'react'

/** 列: what a column of a `DataTable` says, sorts and filters by, and how it stands on a phone's card. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** in px; the first column stays in sight when the rest is moved sideways. */
  readonly width: number
  /** what it sorts, filters and searches by; also what is shown, unless `show` says otherwise. Missing sorts last. */
  readonly value: (row: Row) => string | number | undefined
  readonly show?: (row: Row) => ReactNode
  /** `points` and `number` stand to the right; `day` is shown as 2018年12月21日. */
  readonly kind?: 'text' | 'number' | 'points' | 'day'
  /** why a value is missing. */
  readonly missing?: (row: Row) => string | undefined
  /** can be narrowed to some of its values. */
  readonly filter?: boolean
  /** the search box looks here too. */
  readonly search?: boolean
  readonly sort?: false
  /** out of sight until chosen in 列. */
  readonly hidden?: boolean
  /** on a phone: the card's title, its figure to the right of it, one of its lines, one across the whole card for what is long, or nothing. */
  readonly onCard?: 'title' | 'figure' | 'line' | 'wide' | 'no'
}

/** 排序. */
export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** 表的当前视图: what is searched, narrowed to, sorted by, and which columns are out of sight. */
export interface TableView {
  readonly search: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: Sort | undefined
  readonly hidden: readonly string[]
}

/** 空值在筛选中的写法. */
export const NOTHING = '（空）'

/** 列值在筛选中的写法. */
export function filterText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row)
  return value === undefined || value === '' ? NOTHING : String(value)
}
