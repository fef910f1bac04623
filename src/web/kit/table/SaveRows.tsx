import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { saveFile } from '../../client/saveFile.ts'
import { csvText } from '../../../contract/lists/csvText.ts'
import { printDay } from '../printDay.ts'
import type { Column } from './column.ts'

interface Props<Row> {
  /** Name of the file, without its ending. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

/** Saves the rows that a table shows, with the columns hidden there too, as a file that WPS and Excel open. */
export function SaveRows<Row>({ name, columns, rows }: Props<Row>) {
  const save = () => {
    const cells = rows.map(row =>
      columns.map(({ kind, value }) => {
        const cell = value(row)
        return kind === 'day' && cell !== undefined ? printDay(String(cell)) : cell
      }),
    )
    const text = csvText(
      columns.map(({ title }) => title),
      cells,
    )
    saveFile(new File([text], `${name}.csv`, { type: 'text/csv' }))
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden />} disabled={rows.length === 0} onClick={save}>
      导出清单
    </Button>
  )
}
