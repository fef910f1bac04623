import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { EmptyState } from '../EmptyState.tsx'
import { useNameSearch } from '../useNameSearch.ts'
import { useNarrow } from '../useNarrow.ts'
import { arrangeRows } from '../../../contract/lists/arrangeRows.ts'
import { countValues, type Sort } from '../../../contract/lists/listColumn.ts'
import type { Column } from './column.ts'
import { SaveRows } from './SaveRows.tsx'
import { TableBody } from './TableBody.tsx'
import { TableCards } from './TableCards.tsx'
import { TableHead } from './TableHead.tsx'
import { TableToolbar } from './TableToolbar.tsx'
import type { PagedList } from './usePagedList.ts'
import { useTableView } from './useTableView.ts'
import './dataTable.css'

const LEAST = 320
const BELOW = 32

/** Returns the window height left below the top of the element, at least 320 px; `undefined` when it is not to fill. */
function useFill(element: RefObject<HTMLElement | null>, fill: boolean): number | undefined {
  const [room, setRoom] = useState<number>()
  useLayoutEffect(() => {
    if (!fill) return
    const look = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + scrollY
      setRoom(Math.max(LEAST, innerHeight - top - BELOW))
    }
    look()
    addEventListener('resize', look)
    // What stands above may grow or shrink when its answer comes.
    const moved = new ResizeObserver(look)
    for (
      let at: Element | null = element.current;
      at !== null && at.tagName !== 'MAIN';
      at = at.parentElement
    )
      for (let above = at.previousElementSibling; above !== null; above = above.previousElementSibling)
        moved.observe(above)
    return () => {
      removeEventListener('resize', look)
      moved.disconnect()
    }
  }, [element, fill])
  return fill ? room : undefined
}

interface Props<Row> {
  /** Id under which the columns and the view are remembered; one word per table. */
  readonly id: string
  /** Name for screen readers: 排名表. */
  readonly label: string
  readonly rows: readonly Row[]
  /** A list by page: the server searches, filters and sorts it. */
  readonly paged?: PagedList<Row>
  /** Define outside the component or memoise; the first column stays in view. */
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** Where the first column links to. */
  readonly rowLink?: (row: Row) => string | undefined
  readonly rowClass?: (row: Row) => string | undefined
  /** Text on a line between a row and the one above it; asked only while the rows are in their original order. */
  readonly divider?: (below: Row, above: Row) => string | undefined
  /** What the search box looks for (单位名称或拼音首字母); no search box if omitted. */
  readonly search?: string
  readonly sort?: Sort
  /** Counts the rows: 个单位. */
  readonly unit?: string
  /** Does not offer the rows as a file: the page exports the list in a way of its own, it is there to be filled in, or a file would outlive what is to be deleted (telephone numbers, paper ballots). */
  readonly noExport?: boolean
  /** Further actions at the right. */
  readonly actions?: ReactNode
  /** Shown instead of a table without rows. */
  readonly empty?: ReactNode
  /** `fill`: the rest of the window (2,000 rows and more); `whole`: as tall as its rows (a few dozen). */
  readonly height?: 'fill' | 'whole'
}

/** Data table with search, sort, filters and a choice of columns. Only the visible rows are drawn, so that 20,000 stay fast; cards on a phone. */
export function DataTable<Row>(props: Props<Row>) {
  const {
    id,
    label,
    rows,
    paged,
    columns: allColumns,
    rowKey,
    rowLink,
    rowClass,
    divider,
    search,
    sort,
    unit = '行',
    noExport = false,
    actions,
    empty,
    height = 'fill',
  } = props
  const columns = useMemo(() => allColumns.filter(column => !column.onlySaved), [allColumns])
  const ownState = useTableView(id, columns, sort)
  const state = paged?.state ?? ownState
  const { view } = state
  const typed = useDeferredValue(view.search)
  const matches = useNameSearch(typed)
  const arranged = useMemo(
    () => (paged ? rows : arrangeRows(rows, columns, view, typed.trim() === '' ? undefined : matches)),
    [paged, rows, columns, view, typed, matches],
  )
  const shownColumns = useMemo(
    () => columns.filter((column, at) => at === 0 || !view.hidden.includes(column.id)),
    [columns, view.hidden],
  )
  const narrow = useNarrow()
  const lines = view.sort === undefined ? divider : undefined
  const all = paged?.all ?? rows.length
  const choicesOf = (column: Column<Row>) => paged?.choices[column.id] ?? countValues(column, rows)
  if (all === 0 && empty !== undefined) return empty
  return (
    <div className="data-table">
      <TableToolbar
        {...state}
        columns={columns}
        choicesOf={choicesOf}
        shown={paged?.found ?? arranged.length}
        all={all}
        unit={unit}
        search={search}
        narrow={narrow}
        actions={
          <>
            {!noExport && (
              <SaveRows
                label={label}
                columns={allColumns}
                isEmpty={arranged.length === 0}
                readRows={paged?.readAll ?? (() => arranged)}
              />
            )}
            {actions}
          </>
        }
      />
      {narrow ? (
        <TableCards
          rows={arranged}
          columns={shownColumns}
          label={label}
          rowKey={rowKey}
          rowLink={rowLink}
          rowClass={rowClass}
          divider={lines}
          more={paged?.more}
        />
      ) : (
        <WideTable
          label={label}
          fill={height === 'fill'}
          columns={shownColumns}
          head={<TableHead {...state} columns={shownColumns} choicesOf={choicesOf} />}
          count={paged?.found ?? arranged.length}
          more={paged?.more}
        >
          {box => (
            <TableBody
              box={box}
              rows={arranged}
              columns={shownColumns}
              rowKey={rowKey}
              rowLink={rowLink}
              rowClass={rowClass}
              divider={lines}
            />
          )}
        </WideTable>
      )}
      {arranged.length === 0 && all > 0 && (
        <EmptyState title="没有符合条件的行" what="请换一个查找内容，或点“显示全部”。" />
      )}
    </div>
  )
}

interface WideProps<Row> {
  readonly label: string
  readonly fill: boolean
  readonly columns: readonly Column<Row>[]
  readonly head: ReactNode
  readonly count: number
  readonly more: (() => void) | undefined
  readonly children: (box: RefObject<HTMLDivElement | null>) => ReactNode
}

function WideTable<Row>({ label, fill, columns, head, count, more, children }: WideProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (end.current === null || more === undefined) return
    const seen = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && more(), {
      root: box.current,
      rootMargin: '1200px',
    })
    seen.observe(end.current)
    return () => seen.disconnect()
  }, [more])
  const room = useFill(box, fill)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <div
      ref={box}
      className="table-box keeps-left"
      style={{ maxHeight: room }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table style={{ minWidth: width }} aria-label={label} aria-rowcount={count + 1}>
        <colgroup>
          {columns.map(column => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        {head}
        {children(box)}
      </table>
      <div ref={end} />
    </div>
  )
}
