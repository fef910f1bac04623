import { useMemo } from 'react'
import { useMay } from '../../client/useMay.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Minutes } from './meetingTypes.ts'

type Result = Minutes['results'][number]

/** Lists the result of each secretary at a meeting: the sheets by class, the score of 100, and what it comes to in the composite. */
export function ResultsTable({ year, minutes }: { readonly year: number; readonly minutes: Minutes }) {
  const { share, results } = minutes
  const columns = useMemo(() => resultColumns(share), [share])
  const may = useMay()
  const isLinked = minutes.acceptedOn !== undefined && may('readUnitResult')
  return (
    <DataTable
      id="debrief-results"
      label="测评得分"
      height={results.length > 60 ? 'fill' : 'whole'}
      unit="位书记"
      rows={results}
      columns={columns}
      empty={<EmptyState title="没有可以计分的票" what="没有收到有效的票，或票太少，按口径不计分。" />}
      rowKey={row => row.unit}
      rowLink={row => (isLinked ? `/${year}/units/${row.unit}` : undefined)}
    />
  )
}

function resultColumns(share: number): readonly Column<Result>[] {
  return [
    { id: 'unit', title: '单位', width: 260, value: row => row.unitName, onCard: 'title' },
    { id: 'secretary', title: '书记', width: 100, value: row => row.secretary },
    {
      id: 'score',
      title: '得分（百分）',
      width: 120,
      kind: 'points',
      value: row => row.ofHundred,
      missing: () => '有效票太少，按口径不计分',
      onCard: 'figure',
    },
    {
      id: 'converted',
      title: `折合（满分${share}）`,
      width: 130,
      kind: 'points',
      value: row => row.converted,
    },
    { id: 'classes', title: '票', width: 420, sort: false, value: describeClasses, onCard: 'wide' },
  ]
}

function describeClasses({ classes }: Result): string {
  return classes
    .map(({ names, valid, voided, abstained }) =>
      [
        `${names.join('、')}有效${valid}张`,
        ...(voided > 0 ? [`废票${voided}张`] : []),
        ...(abstained > 0 ? [`弃权${abstained}张`] : []),
      ].join('，'),
    )
    .join('；')
}
