import type { CallAnswer } from '../../client/call.ts'
import type { Column } from '../../kit/table/column.ts'

type Line = CallAnswer<'GET /api/trail'>['lines'][number]

/** Columns of the audit trail; the order is as received, latest first. */
export const trailColumns: readonly Column<Line>[] = [
  {
    id: 'seq',
    title: '序号',
    width: 76,
    kind: 'number',
    value: row => row.seq,
    sort: false,
    onCard: 'figure',
  },
  { id: 'at', title: '时间', width: 176, kind: 'day', value: row => row.at, sort: false },
  { id: 'actor', title: '人员', width: 140, value: row => row.actorName, sort: false },
  { id: 'group', title: '类别', width: 110, value: row => row.group, sort: false, onCard: 'no' },
  {
    id: 'sentence',
    title: '事项',
    width: 480,
    value: row => row.sentence,
    show: row => <span translate="no">{row.sentence}</span>,
    sort: false,
    onCard: 'title',
  },
  { id: 'unit', title: '单位', width: 170, value: row => row.unitName ?? row.unit, sort: false },
  {
    id: 'year',
    title: '年度',
    width: 76,
    value: row => (row.year === undefined ? undefined : `${row.year}年`),
    sort: false,
  },
  {
    id: 'hash',
    title: '校验值',
    width: 190,
    value: row => row.hash,
    show: row => (
      <span className="trail-hash" translate="no">
        {row.hash}
      </span>
    ),
    sort: false,
    hidden: true,
    onCard: 'no',
  },
]
