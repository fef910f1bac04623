import { useParams } from '@tanstack/react-router'
import { csvText } from '../../../contract/lists/csvText.ts'
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

/** Saves what a list holds, as it is searched, filtered and sorted, with the columns hidden there too, as a file that WPS and Excel open. */
export function SaveRows<Row>({ label, columns, isEmpty, readRows }: Props<Row>) {
  const { year } = useParams({ strict: false }) as { readonly year?: string }
  const makeFile = async () => {
    const rows = await readRows()
    const said = columns.filter(column => column.sort !== false || rows.some(row => cellText(column, row)))
    const text = csvText(
      said.map(({ title }) => title),
      rows.map(row => said.map(column => cellText(column, row))),
    )
    const name = year === undefined ? label : `${year}年度${label}`
    return new File([text], `${name}.csv`, { type: 'text/csv' })
  }
  return <SaveAs text="导出清单" of={label} isEmpty={isEmpty} fetch={makeFile} />
}
