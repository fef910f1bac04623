import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import type { Refused } from '../../client/Refused.ts'
import { RefusedNotice } from '../RefusedNotice.tsx'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { UploadBox } from '../UploadBox.tsx'
import { ChooseHeadings, headingsText, rememberedHeadings, rememberHeadings } from './ChooseHeadings.tsx'
import { NoticeList } from './NoticeList.tsx'
import { PasteBox } from './PasteBox.tsx'
import { RefusedRows } from './RefusedRows.tsx'
import './lists.css'

/** A list as read: rows that can be written, rows refused, and what was corrected or passed over. */
export interface Preview<Row> {
  readonly accepted: readonly Row[]
  readonly refused: readonly RefusedRow[]
  readonly notices: readonly ImportNotice[]
}

interface Step {
  readonly busy: boolean
  readonly refused: Refused | undefined
}

interface Props<Row, P extends Preview<Row>> {
  /** Id under which the view of the accepted rows is remembered. */
  readonly id: string
  /** Button that downloads the template, with notes on it. */
  readonly template: ReactNode
  /** Heading above it: 下载模板. */
  readonly templateTitle?: string
  /** What to choose: 填好的清单. */
  readonly what: string
  readonly megabytes: number
  /** The rows may also be pasted; says how they are written. */
  readonly paste?: string
  /** What is done with the rows: 登记. */
  readonly verb: string
  readonly columns: readonly Column<Row>[]
  readonly reading: Step & { readonly run: (file: File, as: string | undefined) => Promise<P | undefined> }
  /** Writes the rows; answers those that were not written after all. */
  readonly writing: Step & {
    readonly run: (preview: P, file: File, as: string | undefined) => Promise<readonly RefusedRow[]>
  }
  /** Nothing may be written while any row is refused. */
  readonly whole?: boolean
  /** Further questions before the rows are written. */
  readonly children?: (preview: P) => ReactNode
}

/** Imports a list: the template, the filled-in file, a preview with the refused rows, and the button that writes the others. */
export function ListImport<Row, P extends Preview<Row>>(props: Props<Row, P>) {
  const {
    id,
    template,
    templateTitle = '下载模板',
    what,
    megabytes,
    paste,
    verb,
    columns,
    reading,
    writing,
    whole,
    children,
  } = props
  const at = useId()
  const [shown, setShown] = useState<{ readonly file: File; readonly preview: P }>()
  const [left, setLeft] = useState<readonly RefusedRow[]>([])
  const [asked, setAsked] = useState<File>()
  const [chosen, setChosen] = useState(() => rememberedHeadings(id))

  async function look(file: File, headings = chosen) {
    setShown(undefined)
    setLeft([])
    setAsked(file)
    const preview = await reading.run(file, headingsText(headings))
    if (preview !== undefined) setShown({ file, preview })
  }

  async function write({ preview, file }: NonNullable<typeof shown>) {
    const rest = await writing.run(preview, file, headingsText(chosen))
    if (rest.length === 0) return
    setShown(undefined)
    setLeft(rest)
  }

  const [accepted, refused] = [shown?.preview.accepted ?? [], shown?.preview.refused ?? []]
  const places = new Map(accepted.map((row, at) => [row, String(at)]))
  return (
    <>
      <div className="list-import">
        <section aria-labelledby={`${at}-template`}>
          <h2 id={`${at}-template`}>{templateTitle}</h2>
          {template}
        </section>
        <section aria-labelledby={`${at}-file`}>
          <h2 id={`${at}-file`}>选择填好的文件</h2>
          <RefusedNotice error={reading.refused} />
          {reading.refused !== undefined && asked !== undefined && (
            <ChooseHeadings
              key={asked.name + asked.lastModified}
              refused={reading.refused}
              start={chosen}
              onChoose={headings => {
                setChosen(headings)
                rememberHeadings(id, headings)
                void look(asked, headings)
              }}
            />
          )}
          <UploadBox
            accept={paste === undefined ? ['.xlsx'] : ['.xlsx', '.csv']}
            megabytes={megabytes}
            what={what}
            busy={reading.busy}
            onFile={file => void look(file)}
          />
          {paste !== undefined && (
            <PasteBox how={paste} busy={reading.busy} onFile={file => void look(file)} />
          )}
        </section>
      </div>
      {left.length > 0 && (
        <section aria-labelledby={`${at}-left`}>
          <h2 id={`${at}-left`}>已写入，另有{left.length}行没有写入</h2>
          <RefusedRows of={left} />
        </section>
      )}
      {shown !== undefined && (
        <section aria-labelledby={`${at}-preview`}>
          <h2 id={`${at}-preview`}>预览</h2>
          <p role="status">
            <span translate="no">{shown.file.name}</span>：共
            <strong>{accepted.length + refused.length}</strong>
            行，可{verb}
            <strong>{accepted.length}</strong>行，退回
            <strong className={refused.length > 0 ? 'bad' : undefined}>{refused.length}</strong>行
          </p>
          <NoticeList of={shown.preview.notices} open />
          {refused.length > 0 && <h3>退回的行</h3>}
          <RefusedRows of={refused} />
          {accepted.length > 0 && (
            <>
              <h3>可{verb}的行</h3>
              <DataTable
                id={id}
                label={`可${verb}的行`}
                noExport
                rows={accepted}
                columns={columns}
                rowKey={row => places.get(row)!}
                unit="行"
                height={accepted.length > 40 ? 'fill' : 'whole'}
              />
              {children?.(shown.preview)}
              <RefusedNotice error={writing.refused} />
              <div className="list-import-send">
                <Button
                  type="primary"
                  loading={writing.busy}
                  disabled={whole === true && refused.length > 0}
                  onClick={() => void write(shown)}
                >
                  {`${verb}${refused.length > 0 && !whole ? '通过的' : '全部'}${accepted.length}行`}
                </Button>
                {refused.length > 0 && (
                  <span className="soft">
                    {whole
                      ? '改好退回的行后再选一次，现在什么也没有写入。'
                      : '退回的行改好后，可再导入一次。'}
                  </span>
                )}
              </div>
            </>
          )}
        </section>
      )}
    </>
  )
}
