import { countOf, ledgerColumns } from '../../../../contract/routine/ledgerColumns.ts'
import { type Column, showColumns } from '../../../kit/table/column.ts'
import type { RoutineLedger } from '../routineTypes.ts'

type Line = RoutineLedger['units'][number]

/** Columns of the counts by unit; the score is shown to those who work with the year. */
export function unitColumns({ faults, units }: RoutineLedger): readonly Column<Line>[] {
  const scored = units.some(unit => unit.deduction !== undefined)
  const byFault = faults.map(({ counter }, at) => {
    const show = (row: Line) => {
      const count = countOf(row, counter)
      return count === 0 ? <span className="soft">0</span> : <strong>{count}</strong>
    }
    return [`fault${at}`, { width: 104, kind: 'number', show }] as const
  })
  return showColumns<Line>(ledgerColumns(faults), {
    unit: { width: 230, onCard: 'title' },
    tier: { width: 96, onCard: 'no' },
    ...Object.fromEntries(byFault),
    ...(scored && {
      deduction: { width: 112, kind: 'points', missing: () => '所属单位的日常管理按等次计分，这里不扣' },
      score: {
        width: 112,
        kind: 'points',
        missing: () => '不按台账计分，或者还没有任何登记',
        onCard: 'figure',
      },
    }),
  })
}
