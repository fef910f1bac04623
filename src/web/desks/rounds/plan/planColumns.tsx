import { Button } from 'antd'
import type { Column } from '../../../kit/table/column.ts'
import type { Assignment, Plan } from '../roundTypes.ts'
import { peopleOf, stateOf, teamOf } from '../roundWords.ts'
import type { Editing } from './AssignmentForm.tsx'

type OnEdit = (at: Editing) => void

/** Columns of the plan of a round. */
export function planColumns({ units }: Pick<Plan, 'units'>, onEdit?: OnEdit): readonly Column<Assignment>[] {
  const groups = new Map(units.map(unit => [unit.id, unit.groupName]))
  return [
    { id: 'unit', title: '单位', width: 230, value: row => row.unitName, search: true, onCard: 'title' },
    {
      id: 'day',
      title: '日期',
      width: 130,
      kind: 'day',
      value: row => row.plannedOn,
      missing: () => '未定日期',
    },
    {
      id: 'team',
      title: '组别',
      width: 84,
      kind: 'number',
      value: row => row.team,
      show: row => teamOf(row.team),
    },
    { id: 'people', title: '核查人员', width: 190, value: peopleOf, search: true, missing: () => '未派人' },
    {
      id: 'state',
      title: '状态',
      width: 92,
      value: stateOf,
      show: row => <span className={row.late ? 'bad' : undefined}>{stateOf(row)}</span>,
      filter: true,
      onCard: 'figure',
    },
    {
      id: 'group',
      title: '牵头单位',
      width: 180,
      value: row => groups.get(row.unit),
      filter: true,
      search: true,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'note',
      title: '备注',
      width: 120,
      value: row => (row.note === '' ? undefined : row.note),
      hidden: true,
    },
    ...(onEdit === undefined ? [] : [actColumn(onEdit)]),
  ]
}

function actColumn(onEdit: OnEdit): Column<Assignment> {
  return {
    id: 'act',
    title: '操作',
    width: 84,
    value: () => undefined,
    show: row =>
      row.state === 'planned' ? (
        <Button
          size="small"
          aria-label={`调整${row.unitName}的安排`}
          onClick={() => onEdit({ assignment: row })}
        >
          调整
        </Button>
      ) : (
        ''
      ),
    sort: false,
  }
}
