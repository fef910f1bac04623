import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly name: string
  readonly shortNow: number
  readonly done: number
  readonly due: number
  readonly kept: number
  readonly counters: number
  readonly lossNow: number
  readonly lossAtEnd: number
  readonly atRisk: number
  readonly next?: { readonly days: number } | undefined
  readonly entries: number
  readonly late: number
  readonly lastOn?: string | undefined
  readonly tierName: string
  readonly leadUnitName?: string | undefined
}

/** Values of the column `behind`. */
export const boardBehind = { behind: '有欠缺', even: '不差' } as const

/** Checks whether a unit keeps its ledger. Until the first entry the ledger deducts nothing; the inspectors do. */
export function isKept({ kept, counters }: Pick<Row, 'kept' | 'counters'>): boolean {
  return kept > 0 || counters === 0
}

/** Columns of the overview of ledgers. */
export const boardColumns: readonly ListColumn<Row>[] = [
  { id: 'unit', title: '单位', value: row => row.name, search: true },
  { id: 'short', title: '已过期间', value: row => row.shortNow },
  { id: 'done', title: '已做/应做', value: row => (row.due === 0 ? undefined : row.done / row.due) },
  { id: 'now', title: '现在扣', value: row => (isKept(row) ? row.lossNow : undefined) },
  { id: 'atEnd', title: '到年底扣', value: row => (isKept(row) ? row.lossAtEnd : undefined) },
  { id: 'atRisk', title: '核查可能扣', value: row => row.atRisk },
  { id: 'next', title: '最近要办的', value: row => row.next?.days },
  { id: 'entries', title: '条数', value: row => row.entries },
  { id: 'late', title: '逾期补录', value: row => row.late },
  { id: 'last', title: '最近登记', value: row => row.lastOn },
  { id: 'tier', title: '类别', value: row => row.tierName, filter: true },
  { id: 'group', title: '牵头单位', value: row => row.leadUnitName, filter: true, search: true },
  {
    id: 'behind',
    title: '欠缺',
    value: row => (row.shortNow > 0 ? boardBehind.behind : boardBehind.even),
    filter: true,
  },
]
