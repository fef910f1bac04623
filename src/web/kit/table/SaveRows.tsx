import { useParams } from '@tanstack/react-router'
import { call } from '../../client/call.ts'
import { printDay } from '../printDay.ts'
import { SaveAs } from '../SaveAs.tsx'
import { cellText } from './cellText.ts'
import type { Column } from './column.ts'

interface Props<Row> {
  /** What the list is called: 缺项清单. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly isEmpty: boolean
  readonly readRows: () => readonly Row[] | Promise<readonly Row[]>
}

/** Pixels that a character of a column takes. */
const CHARACTER = 8

/** Saves what a list holds as a workbook, as it is searched, filtered and sorted, with the columns hidden there too. */
export function SaveRows<Row>({ label, columns, isEmpty, readRows }: Props<Row>) {
  const { year } = useParams({ strict: false }) as { readonly year?: string }
  const title = year === undefined ? label : `${year}年度${label}`
  const makeFile = async () => {
    const [rows, { institution, today }, { writeTables }] = await Promise.all([
      readRows(),
      call('GET /api/installation', {}),
      import('../../../files/xlsx/writeTables.ts'),
    ])
    const shown = columns.filter(column => column.sort !== false || rows.some(row => cellText(column, row)))
    const table = {
      name: label,
      columns: shown.map(column => [column.title, Math.round(column.width / CHARACTER)] as const),
      rows: rows.map(row => shown.map(column => cellOf(column, row))),
    }
    const head = { title, office: institution, day: printDay(today), madeOn: today }
    return new File([await writeTables(head, [table])], `${title}.xlsx`)
  }
  return <SaveAs text="导出清单" of={label} isEmpty={isEmpty} fetch={makeFile} />
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const value = cellText(column, row) ?? null
  return column.kind === 'points' ? { value, style: { format: '0.00#' } } : value
}
