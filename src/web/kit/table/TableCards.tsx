import { Fragment, useEffect, useRef, useState } from 'react'
import { Cell } from './Cell.tsx'
import type { Column } from './column.ts'

interface Props<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly label: string
  readonly rowKey: (row: Row) => string
  readonly rowLink: ((row: Row) => string | undefined) | undefined
  readonly rowClass: ((row: Row) => string | undefined) | undefined
  readonly divider: ((below: Row, above: Row) => string | undefined) | undefined
  /** Reads further rows, where there are more. */
  readonly more: (() => void) | undefined
}

const STEP = 40

/** Checks whether a column has content: an action not offered for this row leaves no label behind. */
function hasContent<Row>(row: Row): (column: Column<Row>) => boolean {
  return column => {
    const shown = column.show?.(row)
    return shown !== '' && shown !== false && (shown !== null || column.value(row) !== undefined)
  }
}

/** Table on narrow screens: one card per row, with more drawn as the end comes into view. */
export function TableCards<Row>({
  rows,
  columns,
  label,
  rowKey,
  rowLink,
  rowClass,
  divider,
  more,
}: Props<Row>) {
  const [count, setCount] = useState(STEP)
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (end.current === null) return
    const seen = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        if (count < rows.length) setCount(now => now + STEP)
        else more?.()
      },
      {
        rootMargin: '600px',
      },
    )
    seen.observe(end.current)
    return () => seen.disconnect()
  })
  const title = columns.find(column => column.onCard === 'title') ?? columns[0]!
  const figure = columns.find(column => column.onCard === 'figure')
  const lines = columns.filter(column => column !== title && column !== figure && column.onCard !== 'no')
  return (
    <ul className="table-cards bare" aria-label={label}>
      {rows.slice(0, count).map((row, at) => {
        const above = rows[at - 1]
        const line = above === undefined ? undefined : divider?.(row, above)
        return (
          <Fragment key={rowKey(row)}>
            {line !== undefined && <li className="table-divider">{line}</li>}
            <li className={rowClass?.(row)}>
              <div className="card-head">
                <span className="strong">
                  <Cell column={title} row={row} link={rowLink?.(row)} />
                </span>
                {figure !== undefined && (
                  <span className="card-figure">
                    <Cell column={figure} row={row} />
                  </span>
                )}
              </div>
              <dl>
                {lines.filter(hasContent(row)).map(column => (
                  <div key={column.id} className={column.onCard === 'wide' ? 'card-wide' : undefined}>
                    <dt>{column.title}</dt>
                    <dd>
                      <Cell column={column} row={row} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          </Fragment>
        )
      })}
      {rows.length > count && (
        <li ref={end} className="card-more">
          正在显示更多……
        </li>
      )}
    </ul>
  )
}
