import { boardColumns as columns, isKept } from '../../../contract/ledger/boardColumns.ts'
import { Points, printDecimal } from '../../kit/Points.tsx'
import { type Column, onlySaved, showColumns } from '../../kit/table/column.ts'
import { whenIs } from '../../kit/whenIs.ts'
import type { BoardLine } from './ledgerTypes.ts'

/** Columns of the ledger overview. */
export const boardColumns: readonly Column<BoardLine>[] = [
  ...showColumns<BoardLine>(columns, {
    unit: { width: 206, onCard: 'title' },
    short: { width: 104, kind: 'number', show: row => <Short of={row} />, onCard: 'figure' },
    done: { width: 104, kind: 'number', show: doneOf },
    now: { width: 86, kind: 'points', missing: whyNone },
    atEnd: {
      width: 100,
      kind: 'points',
      show: row => (
        <Points
          value={isKept(row) ? row.lossAtEnd : undefined}
          missing={whyNone(row)}
          strong={row.lossAtEnd > 0}
        />
      ),
    },
    atRisk: { width: 110, kind: 'points', hidden: true, onCard: 'no' },
    next: { width: 244, show: describeNext, onCard: 'wide' },
    entries: { width: 74, kind: 'number' },
    late: { width: 100, kind: 'number', hidden: true, onCard: 'no' },
    last: { width: 122, kind: 'day' },
    tier: { width: 100, hidden: true, onCard: 'no' },
    group: { width: 168, onCard: 'no' },
  }),
  onlySaved('asked', '应做次数', row => row.due),
  onlySaved('made', '已做次数', row => row.done),
  onlySaved('shortAtEnd', '全年还差', row => row.shortAtEnd),
]

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

function whyNone(row: BoardLine): string | undefined {
  return isKept(row)
    ? undefined
    : `从未登记，台账不扣分；核查时仍然没有的，最多扣${printDecimal(row.atRisk)}分`
}
