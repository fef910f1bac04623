import { Fragment, memo, type RefObject, useLayoutEffect, useRef } from 'react'
import { Cell } from './Cell.tsx'
import type { Column } from './column.ts'
import { isRight } from './isRight.ts'
import { BATCH, useWindow } from './useWindow.ts'

interface Props<Row> {
  readonly box: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowLink: ((row: Row) => string | undefined) | undefined
  readonly rowClass: ((row: Row) => string | undefined) | undefined
  readonly divider: ((below: Row, above: Row) => string | undefined) | undefined
}

/** Table body: the visible rows, in batches, with space for the others above and below. */
export function TableBody<Row>({ box, rows, ...rest }: Props<Row>) {
  const { first, end, above, below, measure } = useWindow(box, rows.length)
  const batches = Array.from({ length: end - first }, (_, at) => first + at)
  return (
    <>
      <Room height={above} />
      {batches.map(batch => (
        <Batch key={batch} batch={batch} rows={rows} measure={measure} {...rest} />
      ))}
      <Room height={below} />
    </>
  )
}

function Room({ height }: { readonly height: number }) {
  if (height === 0) return null
  return (
    <tbody aria-hidden>
      <tr style={{ height }}>
        <td />
      </tr>
    </tbody>
  )
}

interface BatchProps<Row> extends Omit<Props<Row>, 'box'> {
  readonly batch: number
  readonly measure: (batch: number, height: number) => void
}

const Batch = memo(BatchRows, (before, after) =>
  (['batch', 'rows', 'columns', 'rowKey', 'rowLink', 'rowClass', 'divider'] as const).every(
    name => before[name] === after[name],
  ),
) as typeof BatchRows

function BatchRows<Row>({
  batch,
  rows,
  columns,
  rowKey,
  rowLink,
  rowClass,
  divider,
  measure,
}: BatchProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => measure(batch, body.current!.getBoundingClientRect().height))
  return (
    <tbody ref={body}>
      {rows.slice(batch * BATCH, (batch + 1) * BATCH).map((row, at) => {
        const above = rows[batch * BATCH + at - 1]
        const line = above === undefined ? undefined : divider?.(row, above)
        return (
          <Fragment key={rowKey(row)}>
            {line !== undefined && (
              <tr className="table-divider">
                <td colSpan={columns.length}>
                  <span>{line}</span>
                </td>
              </tr>
            )}
            <tr className={rowClass?.(row)} aria-rowindex={batch * BATCH + at + 2}>
              {columns.map((column, place) => (
                <td key={column.id} className={isRight(column) ? 'to-right' : undefined}>
                  <Cell column={column} row={row} link={place === 0 ? rowLink?.(row) : undefined} />
                </td>
              ))}
            </tr>
          </Fragment>
        )
      })}
    </tbody>
  )
}
