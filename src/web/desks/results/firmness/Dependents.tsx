import { useMemo } from 'react'
import type { Column } from '../../../kit/table/column.ts'
import { unitColumn } from '../unitColumn.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Figures } from './firmnessTypes.ts'

type Row = Figures['dependents'][number]

/** Lists the units whose band by place depends on an assumed ruling or a weight. */
export function Dependents({ of, year }: { readonly of: Figures['dependents']; readonly year: number }) {
  const columns = useMemo(() => dependentColumns(year), [year])
  return (
    <>
      <h2>取决于口径和权重的单位</h2>
      <p className="soft">
        暂按默认的口径逐条换成其他答案，各分项权重逐个增减一成，事实不变，下列单位的名次段会改变。这不是说哪种答案更对。
      </p>
      <DataTable
        id="firmnessDependents"
        label="取决于口径和权重的单位"
        rows={of}
        columns={columns}
        rowKey={row => row.unit}
        search="单位名称或拼音首字母"
        unit="个单位"
        empty={<p className="soft">没有一个单位的名次段因此改变。</p>}
      />
    </>
  )
}

function dependentColumns(year: number): readonly Column<Row>[] {
  return [
    unitColumn(year, 220),
    { id: 'place', title: '名次', width: 72, kind: 'number', value: row => row.place },
    { id: 'rulings', title: '口径', width: 72, kind: 'number', value: row => countOf(row, 'ruling') },
    { id: 'weights', title: '权重', width: 72, kind: 'number', value: row => countOf(row, 'weight') },
    {
      id: 'on',
      title: '换成什么会改变名次段',
      width: 420,
      onCard: 'wide',
      value: row => row.on.map(onSays).join('；'),
      show: ({ on }) => (
        <ul className="bare">
          {on.map(one => (
            <li key={one.name}>{onSays(one)}</li>
          ))}
        </ul>
      ),
    },
  ]
}

function countOf({ on }: Row, kind: 'ruling' | 'weight'): number {
  return on.filter(one => one.kind === kind).length
}

function onSays({ name, to }: Row['on'][number]): string {
  return to === undefined ? `${name}：没有名次` : `${name}：第${to}名`
}
