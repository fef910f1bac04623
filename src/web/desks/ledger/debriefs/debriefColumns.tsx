import { debriefColumns as contractColumns } from '../../../../contract/ledger/debriefColumns.ts'
import {
  debriefMarks,
  type DebriefSide,
  debriefSides,
  debriefStandings,
  debriefVoters,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { type Column, onlySaved, showColumns } from '../../../kit/table/column.ts'
import type { Debrief } from './debriefTypes.ts'

/** Columns of the list of dual debriefs with these sides; the counts of both reviews are only saved, as is the unit of a list of its own. */
export function debriefColumns(sides: readonly DebriefSide[], isOwn: boolean): readonly Column<Debrief>[] {
  return [
    ...columns
      .filter(({ id }) => !(id in debriefSides) || sides.includes(id as DebriefSide))
      .map((column): Column<Debrief> =>
        column.id === 'unit' && isOwn ? { ...column, onlySaved: true } : column,
      ),
    ...sides.flatMap(countedColumns),
    onlySaved('guidance', '督查指导情况', row => row.guidance || undefined, { width: 240 }),
  ]
}

const columns = showColumns<Debrief>(contractColumns, {
  name: { width: 110, onCard: 'title' },
  post: { width: 110 },
  branch: { width: 170 },
  unit: { width: 190 },
  superior: { width: 210 },
  members: { width: 210 },
  together: { width: 230 },
  standing: {
    width: 100,
    onCard: 'figure',
    show: row => (
      <span className={row.standing === 'late' ? 'bad' : undefined}>{debriefStandings[row.standing]}</span>
    ),
  },
  guided: { width: 100, onCard: 'no' },
  leadUnit: { width: 170, onCard: 'no', hidden: true },
})

function countedColumns(side: DebriefSide): readonly Column<Debrief>[] {
  const name = debriefSides[side].replace('述职', '')
  return [
    onlySaved(`${side}Before`, `${name}：向谁`, (row: Debrief) => row[side].before),
    ...debriefVoters[side].map((voters, at) =>
      onlySaved(`${side}Voters${at}`, `${name}：${voters}`, (row: Debrief) => row[side].voters?.[at]),
    ),
    ...debriefMarks.map((mark, at) =>
      onlySaved(`${side}Mark${at}`, `${name}：${mark}`, (row: Debrief) => row[side].marks?.[at]),
    ),
  ]
}
