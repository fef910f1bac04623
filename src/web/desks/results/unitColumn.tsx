import { Link } from '@tanstack/react-router'
import type { Column } from '../../kit/table/column.ts'

/** Makes the column of a unit's name, which leads to its result. */
export function unitColumn<R extends { readonly unit: string; readonly name: string }>(
  year: number,
  width: number,
): Column<R> {
  return {
    id: 'name',
    title: '单位',
    width,
    onCard: 'title',
    search: true,
    value: row => row.name,
    show: row => <Link to={`/${year}/units/${encodeURIComponent(row.unit)}`}>{row.name}</Link>,
  }
}
