import { type Column, onlySaved } from '../../kit/table/column.ts'
import type { BoardLine, BoardList } from './routineTypes.ts'
import { stateNames } from './stateNames.ts'

/** Columns of the board overview, one for each grade's places. */
export function boardColumns(components: BoardList['components']): readonly Column<BoardLine>[] {
  const grades = components[0]?.grades ?? []
  const many = components.length > 1
  return [
    {
      id: 'lead',
      title: '牵头单位',
      width: 230,
      value: row => row.leadUnitName,
      search: true,
      onCard: 'title',
    },
    {
      id: 'component',
      title: '分项',
      width: 110,
      value: row => components.find(one => one.component === row.component)?.name,
      hidden: !many,
      onCard: 'no',
    },
    { id: 'state', title: '状态', width: 110, value: stateOf, show: State, filter: true, onCard: 'figure' },
    onlySaved('step', '上报情况', row => stateNames[row.state]),
    { id: 'members', title: '所属单位', width: 90, kind: 'number', value: row => row.members },
    { id: 'graded', title: '已评', width: 70, kind: 'number', value: row => row.graded },
    ...grades.map(({ id, name }): Column<BoardLine> => ({
      id: `use-${id}`,
      title: `${name}（已评/名额）`,
      width: 128,
      kind: 'number',
      value: row => row.use.find(one => one.grade === id)?.given,
      show: row => {
        const use = row.use.find(one => one.grade === id)
        return use === undefined ? '—' : `${use.given}/${use.places}`
      },
    })),
    {
      id: 'elsewhere',
      title: '导入的等次',
      width: 100,
      kind: 'number',
      value: row => row.elsewhere,
      hidden: true,
      onCard: 'no',
    },
    { id: 'at', title: '最近一步', width: 150, kind: 'day', value: row => row.at, onCard: 'no' },
    { id: 'by', title: '办理人', width: 120, value: row => row.by, search: true, onCard: 'no' },
  ]
}

function stateOf(row: BoardLine): string {
  if (row.outdated) return '名册已变'
  return row.late ? '逾期' : stateNames[row.state]
}

function State(row: BoardLine) {
  const wants = row.outdated || row.late || row.state === 'submitted'
  return <span className={wants ? 'board-state urgent' : 'board-state'}>{stateOf(row)}</span>
}
