import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Overview } from './OverviewPage.tsx'

type Person = Overview['people'][number]

const columns: readonly Column<Person>[] = [
  { id: 'name', title: '核查人员', width: 110, value: row => row.name, search: true, onCard: 'title' },
  { id: 'units', title: '单位数', width: 80, kind: 'number', value: row => row.units },
  {
    id: 'mean',
    title: '平均扣分',
    width: 96,
    kind: 'number',
    value: row => row.mean,
    show: row => row.mean.toFixed(2),
    onCard: 'figure',
  },
  {
    id: 'spread',
    title: '离散',
    width: 80,
    kind: 'number',
    value: row => row.spread,
    show: row => row.spread.toFixed(2),
  },
  {
    id: 'identical',
    title: '内容相同的表',
    width: 120,
    kind: 'number',
    value: row => row.identical,
    show: row => `${Math.round(row.identical * 100)}%`,
  },
  {
    id: 'difference',
    title: '与同行之差',
    width: 190,
    value: row => row.difference,
    show: row => intervalOf(row),
    missing: () => '单位太少',
  },
  { id: 'advice', title: '提示', width: 330, value: row => row.advice, sort: false },
]

/** Compares inspectors: mean, spread and share of identical sheets of each, and the difference from peers with its interval. Advisory only. */
export function PeopleTable({ people }: { readonly people: Overview['people'] }) {
  return (
    <section className="overview-part" aria-label="核查尺度">
      <h2>核查尺度</h2>
      <p className="soft">
        与同行之差已按各单位其他季度的失分水平校正，括号内是置信区间（全体人员合计把握95%）；区间不含0才说偏严或偏宽。只供统一尺度参考，不进入任何得分。
      </p>
      <DataTable
        id="strictness"
        label="核查尺度"
        rows={people}
        columns={columns}
        rowKey={row => row.inspector}
        unit="人"
        height="whole"
      />
    </section>
  )
}

function intervalOf({ difference, from, to }: Person): string {
  if (difference === undefined || from === undefined || to === undefined) return ''
  return `${signed(difference)}（${signed(from)}至${signed(to)}）`
}

function signed(value: number): string {
  return value > 0 ? `+${value.toFixed(2)}` : value.toFixed(2).replace('-', '−')
}
