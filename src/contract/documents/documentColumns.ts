import type { ListColumn } from '../lists/listColumn.ts'

/** Where a document stands. */
export type DocumentStanding = 'draft' | 'issued' | 'outdated' | 'corrected'

interface Row {
  readonly title: string
  readonly kindName: string
  readonly unitName?: string | undefined
  readonly number?: string | undefined
  readonly standing: DocumentStanding
  readonly issuedOn?: string | undefined
  readonly by: string
}

/** Words for where a document stands. */
export const standingNames: Readonly<Record<DocumentStanding, string>> = {
  draft: '起草中',
  issued: '已印发',
  outdated: '待更正',
  corrected: '已更正',
}

/** Columns of the list of documents. */
export const documentColumns: readonly ListColumn<Row>[] = [
  { id: 'title', title: '标题', value: row => row.title, search: true },
  { id: 'kind', title: '文种', value: row => row.kindName, filter: true },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'number', title: '发文字号', value: row => row.number, search: true },
  { id: 'standing', title: '状态', value: row => standingNames[row.standing], filter: true },
  { id: 'issuedOn', title: '印发日期', value: row => row.issuedOn },
  { id: 'by', title: '经办', value: row => row.by, filter: true },
]
