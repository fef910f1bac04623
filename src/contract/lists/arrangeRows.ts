import { filterText, type ListColumn, type ListView, type Sort } from './listColumn.ts'

const byName = new Intl.Collator('zh')

/** Returns the rows after search, filters and sort. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { filters, sort }: ListView,
  matches: ((text: string) => boolean) | undefined,
): readonly Row[] {
  const searched = columns.filter(column => column.search)
  const narrowed = columns.filter(column => (filters[column.id]?.length ?? 0) > 0)
  const kept = rows.filter(
    row =>
      narrowed.every(column => filters[column.id]!.includes(filterText(column, row))) &&
      (matches === undefined || searched.some(column => matches(String(column.value(row) ?? '')))),
  )
  return sort === undefined ? kept : sortRows(kept, columns, sort)
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { column: id, descending }: Sort,
): readonly Row[] {
  const column = columns.find(one => one.id === id)
  if (column === undefined) return rows
  const sign = descending ? -1 : 1
  const keyed = rows.map(row => ({ row, value: column.value(row) }))
  // Missing values come last whichever way.
  keyed.sort((one, other) => {
    if (one.value === undefined || other.value === undefined)
      return Number(one.value === undefined) - Number(other.value === undefined)
    return sign * compare(one.value, other.value)
  })
  return keyed.map(({ row }) => row)
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : byName.compare(String(one), String(other))
}
