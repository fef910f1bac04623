import { arrangeRows } from '../../../contract/lists/arrangeRows.ts'
import { countValues, type ListColumn } from '../../../contract/lists/listColumn.ts'
import { nameMatches } from '../../../contract/lists/nameMatch.ts'

/** Rows of a page. */
const PAGE = 100

interface PageQuery {
  readonly page?: number | undefined
  readonly search?: string | undefined
  readonly sort?: string | undefined
  readonly filter?: Readonly<Record<string, readonly string[]>> | undefined
}

interface Paging {
  found: number
  all: number
  choices: Record<string, { text: string; count: number }[]>
}

/** Returns one page of a list as its query asks, searched, filtered and sorted by its columns as on screen; all that is found if no page is asked for. */
export async function pageRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { page, ...query }: PageQuery,
): Promise<{ rows: Row[]; paging?: Paging }> {
  const found = await findRows(rows, columns, query)
  if (page === undefined) return { rows: [...found] }
  return {
    rows: found.slice(page * PAGE, (page + 1) * PAGE),
    paging: {
      found: found.length,
      all: rows.length,
      choices: Object.fromEntries(
        columns
          .filter(column => column.filter)
          .map(column => [column.id, countValues(column, rows).map(choice => ({ ...choice }))]),
      ),
    },
  }
}

/** Returns the rows of a list that its query finds, in its order. */
export async function findRows<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  { search = '', sort, filter = {} }: Omit<PageQuery, 'page'>,
): Promise<readonly Row[]> {
  return arrangeRows(
    rows,
    columns,
    {
      search,
      filters: filter,
      sort:
        sort === undefined ? undefined : { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    },
    search.trim() === '' ? undefined : await createMatcher(search),
  )
}

/** Returns the check whether a name matches what was typed, by its text or by pinyin. */
export async function createMatcher(typed: string): Promise<(name: string) => boolean> {
  const query = typed.trim().toLowerCase()
  const spelled = /^[a-z]+$/.test(query)
    ? (await import('../../../contract/lists/pinyinOf.ts')).pinyinOf
    : undefined
  return name => nameMatches(name, query, spelled)
}
