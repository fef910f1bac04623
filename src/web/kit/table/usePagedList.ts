import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { ValueCount, Sort } from '../../../contract/lists/listColumn.ts'
import { call, type CallAnswer, type CallInput, type RouteName } from '../../client/call.ts'
import type { Column } from './column.ts'
import { type TableViewState, useTableView } from './useTableView.ts'

interface Paging {
  readonly found: number
  readonly all: number
  readonly choices: Readonly<Record<string, readonly ValueCount[]>>
}

/** Routes that answer a list by page. */
type PagedRoute = {
  [N in RouteName]: CallAnswer<N> extends { readonly paging?: Paging | undefined } ? N : never
}[RouteName]

/** A list by page: the rows read so far, what the whole list holds, and `more` while there is more. */
export interface PagedList<Row> {
  readonly state: TableViewState
  readonly rows: readonly Row[]
  readonly found: number
  readonly all: number
  readonly choices: Paging['choices']
  readonly more: (() => void) | undefined
  /** Reads all that is found, whatever pages were read. */
  readonly readAll: () => Promise<readonly Row[]>
}

interface Options<N extends PagedRoute, Row> {
  /** Id under which the columns and the view are remembered; one word per table. */
  readonly id: string
  readonly columns: readonly Pick<Column<Row>, 'id' | 'hidden'>[]
  readonly rowsOf: (answer: CallAnswer<N>) => readonly Row[]
  readonly sort?: Sort
  /** Waits while it is false. */
  readonly when?: boolean
}

/** What is typed is asked for after this rest, in ms. */
const REST = 250

/** Reads a list by page: search, filters and sort are done by the server, and the next page is read when the end comes into view. `first` is the read of the first page. */
export function usePagedList<N extends PagedRoute, Row>(
  name: N,
  input: CallInput<N>,
  { id, columns, rowsOf, sort, when = true }: Options<N, Row>,
): { readonly first: UseQueryResult<CallAnswer<N>, Error>; readonly list: PagedList<Row> } {
  const state = useTableView(id, columns, sort)
  const { search, sort: by, filters } = state.view
  const typed = useRested(search.trim())
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0)
  const asked = {
    ...(typed !== '' && { search: typed }),
    ...(by !== undefined && { sort: `${by.descending ? '-' : ''}${by.column}` }),
    ...(chosen.length > 0 && { filter: JSON.stringify(Object.fromEntries(chosen)) }),
  }
  const params = (input as { readonly params?: object }).params
  const ask = (page: { readonly page?: string }, signal?: AbortSignal) => {
    const query = { ...(input as { readonly query?: object }).query, ...asked, ...page }
    return call(name, { ...(input as object), query } as CallInput<N>, signal && { signal })
  }
  const read = useInfiniteQuery({
    queryKey: [name, input, asked],
    queryFn: ({ pageParam, signal }) => ask({ page: String(pageParam) }, signal),
    initialPageParam: 0,
    getNextPageParam: (_, pages) =>
      pages.reduce((sum, page) => sum + rowsOf(page).length, 0) < (pagingOf(pages[0])?.found ?? 0)
        ? pages.length
        : undefined,
    // A search of the same list: the rows at hand stay until the found ones come.
    placeholderData: (before, query) =>
      query !== undefined && JSON.stringify(query.queryKey[1]) === JSON.stringify(input) ? before : undefined,
    enabled: when && (params === undefined || Object.values(params).every(value => value !== undefined)),
  })
  const pages = read.data?.pages
  const rows = useMemo(() => pages?.flatMap(page => rowsOf(page)) ?? [], [pages, rowsOf])
  const paging = pagingOf(pages?.[0])
  return {
    first: { ...read, data: pages?.[0] } as UseQueryResult<CallAnswer<N>, Error>,
    list: {
      state,
      rows,
      found: paging?.found ?? rows.length,
      all: paging?.all ?? rows.length,
      choices: paging?.choices ?? {},
      more:
        read.hasNextPage && !read.isFetching && !read.isError ? () => void read.fetchNextPage() : undefined,
      readAll: async () => rowsOf(await ask({})),
    },
  }
}

function pagingOf(page: unknown): Paging | undefined {
  return (page as { readonly paging?: Paging } | undefined)?.paging
}

/** Returns a typed text once nothing more was typed for a moment. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
