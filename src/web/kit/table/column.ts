import type { ReactNode } from 'react'

/** A column of a `DataTable`: what it shows, sorts and filters by, and where it appears on a phone's card. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** In px; the first column stays in view during horizontal scrolling. */
  readonly width: number
  /** Value to sort, filter and search by; also shown, unless `show` says otherwise. Missing values sort last. */
  readonly value: (row: Row) => string | number | undefined
  readonly show?: (row: Row) => ReactNode
  /** `points` and `number` are right-aligned; `day` is shown as 2018年12月21日. */
  readonly kind?: 'text' | 'number' | 'points' | 'day'
  /** Why a value is missing. */
  readonly missing?: (row: Row) => string | undefined
  /** Can be filtered by its values. */
  readonly filter?: boolean
  /** The search box also searches this column. */
  readonly search?: boolean
  readonly sort?: false
  /** Hidden until chosen in 列. */
  readonly hidden?: boolean
  /** On a phone: the card's title, its figure to the right, one of its lines, a line across the whole card for long content, or nothing. */
  readonly onCard?: 'title' | 'figure' | 'line' | 'wide' | 'no'
}

/** A sort. */
export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** Current view of a table: its search, filters, sort and hidden columns. */
export interface TableView {
  readonly search: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: Sort | undefined
  readonly hidden: readonly string[]
}

/** How an empty value appears in a filter. */
export const NOTHING = '（空）'

/** Returns how the value of a column appears in a filter. */
export function filterText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row)
  return value === undefined || value === '' ? NOTHING : String(value)
}
