/** What a list knows of a column, on the server and on screen: its value, and whether it is searched and filtered by it. */
export interface ListColumn<Row> {
  readonly id: string
  readonly title: string
  /** Value to sort, filter and search by. Missing values sort last. */
  readonly value: (row: Row) => string | number | undefined
  /** Can be filtered by its values. */
  readonly filter?: boolean
  /** The search box also searches this column. */
  readonly search?: boolean
}

/** A sort. */
export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** What narrows and orders a list. */
export interface ListView {
  readonly search: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: Sort | undefined
}

/** How an empty value appears in a filter. */
export const NOTHING = '（空）'

/** Returns how the value of a column appears in a filter. */
export function filterText<Row>(column: Pick<ListColumn<Row>, 'value'>, row: Row): string {
  const value = column.value(row)
  return value === undefined || value === '' ? NOTHING : String(value)
}

/** A value of a column, and how many rows have it. */
export interface ValueCount {
  readonly text: string
  readonly count: number
}

/** Counts the values of a column, the most frequent first. */
export function countValues<Row>(
  column: Pick<ListColumn<Row>, 'value'>,
  rows: readonly Row[],
): readonly ValueCount[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = filterText(column, row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .toSorted((one, other) => other.count - one.count)
}
