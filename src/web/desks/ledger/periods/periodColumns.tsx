import { Button } from 'antd'
import { printDay } from '../../../kit/printDay.ts'
import type { Column } from '../../../kit/table/column.ts'
import type { Closing } from '../ledgerTypes.ts'

/** A requested action on a period. */
export interface Asked {
  readonly of: Closing
  readonly to: 'open' | 'closed' | 'byDate'
}

const stateNames = { open: '照常登记', past: '只能补录', closed: '已截止' } as const
const grainNames = { month: '月', quarter: '季度', year: '年' } as const

/** Columns of the period list, with the actions available for each; none without `onAsk`. */
export function periodColumns(onAsk: ((asked: Asked) => void) | undefined): readonly Column<Closing>[] {
  return [
    { id: 'name', title: '期间', width: 140, value: row => row.name, onCard: 'title', sort: false },
    {
      id: 'grain',
      title: '类别',
      width: 80,
      value: row => grainNames[row.grain],
      filter: true,
      onCard: 'no',
    },
    { id: 'ends', title: '期间结束', width: 140, kind: 'day', value: row => row.endsOn },
    { id: 'closes', title: '登记截止', width: 140, kind: 'day', value: row => row.closesOn },
    {
      id: 'state',
      title: '状态',
      width: 100,
      value: row => stateNames[row.state],
      show: row => (
        <span className={row.state === 'open' ? undefined : 'ledger-late urgent'}>
          {stateNames[row.state]}
        </span>
      ),
      filter: true,
      onCard: 'figure',
    },
    {
      id: 'word',
      title: '说明',
      width: 260,
      value: ({ byWord }) =>
        byWord === undefined ? '按日期' : `${byWord.by}，${printDay(byWord.at)}：${byWord.reason}`,
      sort: false,
      onCard: 'wide',
    },
    ...(onAsk === undefined
      ? []
      : [
          {
            id: 'deeds',
            title: '办理',
            width: 210,
            value: () => undefined,
            show: (row: Closing) => <Deeds of={row} onAsk={onAsk} />,
            sort: false as const,
          },
        ]),
  ]
}

function Deeds({ of, onAsk }: { readonly of: Closing; readonly onAsk: (asked: Asked) => void }) {
  const deed = (to: Asked['to'], text: string) => (
    <Button size="small" onClick={() => onAsk({ of, to })}>
      {text}
      <span className="only-aloud">{of.name}</span>
    </Button>
  )
  return (
    <span className="period-deeds">
      {of.state !== 'closed' && deed('closed', '截止')}
      {of.state !== 'open' && deed('open', '开放')}
      {of.byWord !== undefined && deed('byDate', '恢复按日期')}
    </span>
  )
}
