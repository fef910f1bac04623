import type { Column } from '../../../kit/table/column.ts'
import type { RoutineLedger } from '../routineTypes.ts'

type Line = RoutineLedger['units'][number]

/** Columns of the counts by unit; the score is shown to those who work with the year. */
export function unitColumns({ faults, units }: RoutineLedger): readonly Column<Line>[] {
  const scored = units.some(unit => unit.deduction !== undefined)
  return [
    { id: 'unit', title: '单位', width: 230, value: row => row.unitName, search: true, onCard: 'title' },
    { id: 'tier', title: '层级', width: 96, value: row => row.tierName, filter: true, onCard: 'no' },
    ...faults.map(({ counter, name }): Column<Line> => ({
      id: counter,
      title: name,
      width: 104,
      kind: 'number',
      value: row => row.counts.find(one => one.counter === counter)?.count ?? 0,
      show: row => {
        const count = row.counts.find(one => one.counter === counter)?.count ?? 0
        return count === 0 ? <span className="soft">0</span> : <strong>{count}</strong>
      },
    })),
    ...(scored
      ? ([
          {
            id: 'deduction',
            title: '日常管理扣分',
            width: 112,
            kind: 'points',
            value: row => (row.byLedger ? row.deduction : undefined),
            missing: () => '所属单位的日常管理按等次计分，这里不扣',
          },
          {
            id: 'score',
            title: '日常管理得分',
            width: 112,
            kind: 'points',
            value: row => row.score,
            missing: () => '不按台账计分，或者还没有任何登记',
            onCard: 'figure',
          },
        ] satisfies readonly Column<Line>[])
      : []),
  ]
}
