import type { ReactNode } from 'react'
import type { ListColumn, ListView } from '../../../contract/lists/listColumn.ts'

/** A column of a `DataTable`: what it shows, sorts and filters by, and where it appears on a phone's card. */
export interface Column<Row> extends ListColumn<Row> {
  /** In px; the first column stays in view during horizontal scrolling. */
  readonly width: number
  /** Shown instead of the value. */
  readonly show?: (row: Row) => ReactNode
  /** `points` and `number` are right-aligned; `day` is shown as 2018年12月21日. */
  readonly kind?: 'text' | 'number' | 'points' | 'day'
  /** Why a value is missing. */
  readonly missing?: (row: Row) => string | undefined
  readonly sort?: false
  /** Hidden until chosen in 列. */
  readonly hidden?: boolean
  /** In the saved list alone: it has no place on screen. */
  readonly onlySaved?: true
  /** On a phone: the card's title, its figure to the right, one of its lines, a line across the whole card for long content, or nothing. */
  readonly onCard?: 'title' | 'figure' | 'line' | 'wide' | 'no'
}

/** Current view of a table: its search, filters, sort and hidden columns. */
export interface TableView extends ListView {
  readonly hidden: readonly string[]
}

/** Returns the columns of a list of the contract as they look on screen, in this order: what is not named here is not shown. */
export function showColumns<Row>(
  columns: readonly ListColumn<Row>[],
  looks: Readonly<Record<string, Omit<Column<Row>, keyof ListColumn<Row>>>>,
): readonly Column<Row>[] {
  return Object.entries(looks).map(([id, look]) => {
    const column = columns.find(one => one.id === id)
    if (column === undefined) throw new Error(`no column ${id}`)
    return { ...column, ...look }
  })
}

/** Returns a column that is in the saved list alone. */
export function onlySaved<Row>(
  id: string,
  title: string,
  value: Column<Row>['value'],
  look: Partial<Pick<Column<Row>, 'kind' | 'width'>> = {},
): Column<Row> {
  return { id, title, value, width: 120, ...look, onlySaved: true }
}
