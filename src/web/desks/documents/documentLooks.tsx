import { documentColumns, standingNames } from '../../../contract/documents/documentColumns.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import type { DocumentRow } from './documentTypes.ts'

const CLASSES = { draft: 'soft', issued: 'good', outdated: 'bad', corrected: 'soft' } as const

/** Columns of the list of documents as they look. */
export const documentLooks: readonly Column<DocumentRow>[] = showColumns<DocumentRow>(documentColumns, {
  title: { width: 320, onCard: 'title' },
  kind: { width: 120 },
  unit: { width: 180, onCard: 'no' },
  number: { width: 170 },
  standing: {
    width: 90,
    onCard: 'figure',
    show: row => <span className={CLASSES[row.standing]}>{standingNames[row.standing]}</span>,
  },
  issuedOn: { width: 128, kind: 'day' },
  by: { width: 100, onCard: 'no' },
})
