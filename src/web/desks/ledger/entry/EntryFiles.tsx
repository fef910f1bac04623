import { Form, Select } from 'antd'
import { useState } from 'react'
import { type ChosenFile, FileBox } from '../../../kit/files/FileBox.tsx'
import type { FilesAt } from '../../../kit/files/fileAddress.ts'
import type { Terms } from '../ledgerTypes.ts'

interface Props {
  readonly files: readonly ChosenFile[]
  readonly rows: readonly string[]
  readonly terms: Terms
  readonly at: FilesAt
  readonly onFiles: (files: readonly ChosenFile[]) => void
  readonly onRows: (rows: readonly string[]) => void
  readonly onBusy: (busy: boolean) => void
}

/** Edits the files and the additional rows, collapsed because most entries need neither. */
export function EntryFiles({ files, rows, terms, at, onFiles, onRows, onBusy }: Props) {
  const [open] = useState(files.length > 0 || rows.length > 0)
  return (
    <details className="entry-more" open={open}>
      <summary>附件和其他用途（可不填，照片不是必需的）</summary>
      <Form.Item label="附件">
        <FileBox label="附件" value={files} onChange={onFiles} at={at} onBusy={onBusy} />
      </Form.Item>
      <Form.Item
        label="还可用于评分细则的哪些行"
        htmlFor="entry-rows"
        extra="本事项对应的行已自动引用，一条台账可同时用于几行。"
      >
        <Select
          id="entry-rows"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...rows]}
          onChange={onRows}
          options={terms.rows.map(row => ({ value: row.row, label: `${row.citation} ${row.title}` }))}
        />
      </Form.Item>
    </details>
  )
}
