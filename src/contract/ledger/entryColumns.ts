import type { z } from 'zod'
import type { ListColumn } from '../lists/listColumn.ts'
import type { ledgerEntry } from './ledgerParts.ts'

type Row = Pick<
  z.infer<typeof ledgerEntry>,
  | 'title'
  | 'kindName'
  | 'happenedOn'
  | 'periodName'
  | 'participants'
  | 'state'
  | 'late'
  | 'enteredOn'
  | 'enteredBy'
  | 'note'
> & { readonly files: readonly unknown[] }

/** Describes the state of a ledger entry. */
export function describeEntryState({ state, late }: Pick<Row, 'state' | 'late'>): string {
  if (state === 'replaced') return '已更正'
  if (state === 'withdrawn') return '已撤回'
  return late ? '逾期补录' : '按时登记'
}

/** Columns of the entries of one ledger. */
export const entryColumns: readonly ListColumn<Row>[] = [
  { id: 'title', title: '标题', value: row => row.title, search: true },
  { id: 'kind', title: '类别', value: row => row.kindName, filter: true },
  { id: 'day', title: '发生日期', value: row => row.happenedOn },
  { id: 'period', title: '所属期间', value: row => row.periodName, filter: true },
  { id: 'participants', title: '人数', value: row => row.participants },
  { id: 'state', title: '登记', value: describeEntryState, filter: true },
  { id: 'entered', title: '登记日期', value: row => row.enteredOn },
  { id: 'by', title: '登记人', value: row => row.enteredBy, search: true },
  {
    id: 'files',
    title: '附件',
    value: row => (row.files.length === 0 ? undefined : row.files.length),
  },
  { id: 'note', title: '备注', value: row => row.note || undefined, search: true },
]
