import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import type { ValueCount, Sort } from '../../../contract/lists/listColumn.ts'
import type { Column } from './column.ts'
import { ColumnFilter } from './ColumnFilter.tsx'
import { isRight } from './isRight.ts'
import type { TableViewState } from './useTableView.ts'

interface Props<Row> extends TableViewState {
  readonly columns: readonly Column<Row>[]
  readonly choicesOf: (column: Column<Row>) => readonly ValueCount[]
}

/** Table head: the first click sorts, the second reverses, the third restores the original order. */
export function TableHead<Row>({ columns, choicesOf, view, change }: Props<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(column => (
          <th
            key={column.id}
            scope="col"
            className={isRight(column) ? 'to-right' : undefined}
            aria-sort={
              view.sort?.column === column.id
                ? view.sort.descending
                  ? 'descending'
                  : 'ascending'
                : undefined
            }
          >
            <span className="column-head">
              {column.sort === false ? (
                <span>{column.title}</span>
              ) : (
                <button
                  type="button"
                  className="column-sort"
                  onClick={() => change({ sort: nextSort(column, view.sort) })}
                >
                  {column.title}
                  {view.sort?.column === column.id &&
                    (view.sort.descending ? <CaretDownFilled /> : <CaretUpFilled />)}
                </button>
              )}
              {column.filter && (
                <ColumnFilter
                  column={column}
                  choices={() => choicesOf(column)}
                  chosen={view.filters[column.id] ?? []}
                  onChange={chosen => change({ filters: { ...view.filters, [column.id]: chosen } })}
                />
              )}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort | undefined {
  const first = column.kind === 'points'
  if (sort?.column !== column.id) return { column: column.id, descending: first }
  return sort.descending === first ? { column: column.id, descending: !first } : undefined
}
