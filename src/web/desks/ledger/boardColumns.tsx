import { Points, printDecimal } from '../../kit/Points.tsx'
import type { Column } from '../../kit/table/column.ts'
import { whenIs } from '../year/whenIs.ts'
import type { BoardLine } from './ledgerTypes.ts'

/** Columns of the ledger overview; the lead unit only if there are several. */
export function boardColumns(withLeads: boolean): readonly Column<BoardLine>[] {
  return [
    { id: 'unit', title: '单位', width: 206, value: row => row.name, search: true, onCard: 'title' },
    {
      id: 'short',
      title: '已过期间',
      width: 104,
      kind: 'number',
      value: row => row.shortNow,
      show: row => <Short of={row} />,
      onCard: 'figure',
    },
    {
      id: 'done',
      title: '已做/应做',
      width: 104,
      kind: 'number',
      value: row => (row.due === 0 ? undefined : row.done / row.due),
      show: doneOf,
    },
    {
      id: 'now',
      title: '现在扣',
      width: 86,
      kind: 'points',
      value: row => (isKept(row) ? row.lossNow : undefined),
      missing: whyNone,
    },
    {
      id: 'atEnd',
      title: '到年底扣',
      width: 100,
      kind: 'points',
      value: row => (isKept(row) ? row.lossAtEnd : undefined),
      show: row => (
        <Points
          value={isKept(row) ? row.lossAtEnd : undefined}
          missing={whyNone(row)}
          strong={row.lossAtEnd > 0}
        />
      ),
    },
    {
      id: 'atRisk',
      title: '核查可能扣',
      width: 110,
      kind: 'points',
      value: row => row.atRisk,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'next',
      title: '最近要办的',
      width: 244,
      value: row => row.next?.days,
      show: row => describeNext(row),
      onCard: 'wide',
    },
    { id: 'entries', title: '条数', width: 74, kind: 'number', value: row => row.entries },
    {
      id: 'late',
      title: '逾期补录',
      width: 100,
      kind: 'number',
      value: row => row.late,
      hidden: true,
      onCard: 'no',
    },
    { id: 'last', title: '最近登记', width: 122, kind: 'day', value: row => row.lastOn },
    {
      id: 'tier',
      title: '类别',
      width: 100,
      value: row => row.tierName,
      filter: true,
      hidden: true,
      onCard: 'no',
    },
    ...(withLeads
      ? [
          {
            id: 'group',
            title: '牵头单位',
            width: 168,
            value: (row: BoardLine) => row.leadUnitName,
            filter: true,
            search: true,
            onCard: 'no' as const,
          },
        ]
      : []),
  ]
}

function doneOf({ done, due }: BoardLine): string {
  return due === 0 ? '—' : `${done}/${due}`
}

function describeNext({ next }: BoardLine): string {
  if (next === undefined) return '—'
  return `${next.name}差${next.missing}次，${whenIs(next.days)}`
}

function Short({ of }: { readonly of: BoardLine }) {
  if (of.shortNow === 0) return '不差'
  return <strong className="ledger-late urgent">{isKept(of) ? `差${of.shortNow}次` : '从未登记'}</strong>
}

/** Checks whether a unit keeps its ledger. Until the first entry the ledger deducts nothing; the inspectors do. */
function isKept({ kept, counters }: BoardLine): boolean {
  return kept > 0 || counters === 0
}

function whyNone(row: BoardLine): string | undefined {
  return isKept(row)
    ? undefined
    : `从未登记，台账不扣分；核查时仍然没有的，最多扣${printDecimal(row.atRisk)}分`
}
