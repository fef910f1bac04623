import { useParams } from '@tanstack/react-router'
import { call } from '../../client/call.ts'
import { printDay } from '../printDay.ts'
import { SaveAs } from '../SaveAs.tsx'
import type { Column } from './column.ts'
import { savedTable } from './savedTable.ts'

interface Props<Row> {
  /** What the list is called: 缺项清单. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly isEmpty: boolean
  readonly readRows: () => readonly Row[] | Promise<readonly Row[]>
}

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
    const head = { title, office: institution, day: printDay(today), madeOn: today }
    return new File([await writeTables(head, [savedTable(label, columns, rows)])], `${title}.xlsx`)
  }
  return <SaveAs text="导出清单" of={label} isEmpty={isEmpty} fetch={makeFile} />
}
