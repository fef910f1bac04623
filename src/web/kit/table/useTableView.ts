import { useState } from 'react'
import type { Sort } from '../../../contract/lists/listColumn.ts'
import type { Column, TableView } from './column.ts'

// A table comes back as it was left: the columns for good, the rest while the page is open.
const left = new Map<string, TableView>()

/** View of a table with its changes, remembered by the table's id. */
export interface TableViewState {
  readonly view: TableView
  readonly change: (part: Partial<TableView>) => void
}

/** Holds the view of a table. */
export function useTableView<Row>(
  id: string,
  columns: readonly Pick<Column<Row>, 'id' | 'hidden'>[],
  sort: Sort | undefined,
): TableViewState {
  const [view, setView] = useState<TableView>(() => {
    const kept = left.get(id) ?? { search: '', filters: {}, sort, hidden: hiddenOf(id, columns) }
    const filters = askedFilters(columns)
    return filters === undefined ? kept : { ...kept, search: '', filters }
  })
  return {
    view,
    change: part => {
      const next = { ...view, ...part }
      left.set(id, next)
      if (part.hidden !== undefined) localStorage.setItem(keyOf(id), JSON.stringify(part.hidden))
      setView(next)
    },
  }
}

/** Returns the address of a page whose list shows only the rows with these values: `onlyAt('/2018/problems', { unit: ['州林业局'] })`. */
export function onlyAt(page: string, filters: TableView['filters']): string {
  return `${page}?only=${encodeURIComponent(JSON.stringify(filters))}`
}

/** Reads the filters that the address asks for; `undefined` where it asks for none of these columns. */
function askedFilters<Row>(columns: readonly Pick<Column<Row>, 'id'>[]): TableView['filters'] | undefined {
  try {
    const only: unknown = JSON.parse(new URLSearchParams(location.search).get('only') ?? 'null')
    const own = Object.entries((only ?? {}) as object).filter(
      ([id, values]) => columns.some(column => column.id === id) && Array.isArray(values),
    )
    return own.length === 0 ? undefined : Object.fromEntries(own)
  } catch {
    // Not made by this page: the address asks for nothing.
    return undefined
  }
}

function hiddenOf<Row>(
  id: string,
  columns: readonly Pick<Column<Row>, 'id' | 'hidden'>[],
): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
    if (Array.isArray(stored)) return stored.filter(one => typeof one === 'string')
  } catch {
    // Not ours: as if nothing had been chosen.
  }
  return columns.filter(column => column.hidden).map(column => column.id)
}

function keyOf(id: string): string {
  return `hengping.columns.${id}`
}
