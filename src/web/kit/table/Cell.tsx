import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ChineseDate } from '../ChineseDate.tsx'
import { Points } from '../Points.tsx'
import type { Column } from './column.ts'

interface Props<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly link?: string | undefined
}

/** Shows the content of a cell. */
export function Cell<Row>({ column, row, link }: Props<Row>): ReactNode {
  const content = column.show?.(row) ?? showByKind(column, row)
  return link === undefined ? content : <Link to={link}>{content}</Link>
}

function showByKind<Row>(column: Column<Row>, row: Row): ReactNode {
  const value = column.value(row)
  if (column.kind === 'points')
    return <Points value={value as number | undefined} missing={column.missing?.(row)} />
  if (column.kind === 'day') return <ChineseDate of={value as string | undefined} />
  return value ?? <span className="soft">—</span>
}
