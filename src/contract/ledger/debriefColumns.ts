import {
  DEBRIEF_SIDES,
  type DebriefPost,
  debriefPosts,
  debriefSides,
  type DebriefStanding,
  debriefStandings,
} from '../../domain/campaign/dualDebrief/dualDebrief.ts'
import { printDay } from '../../domain/kernel/calendar.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Part {
  readonly standing: DebriefStanding
  readonly plannedOn?: string | undefined
  readonly heldOn?: string | undefined
}

interface Row {
  readonly name: string
  readonly post: DebriefPost
  readonly branch: string
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly superior: Part
  readonly members: Part
  readonly together: Part
  readonly standing: DebriefStanding
  readonly guidance: string
}

/** Describes one debrief in a list: held, planned or late with its day. */
export function describePart({ standing, plannedOn, heldOn }: Part): string {
  const day = heldOn ?? plannedOn
  return day === undefined ? debriefStandings[standing] : `${debriefStandings[standing]}（${printDay(day)}）`
}

/** Columns of the list of dual debriefs. */
export const debriefColumns: readonly ListColumn<Row>[] = [
  { id: 'name', title: '姓名', value: row => row.name, search: true },
  { id: 'post', title: '职务', value: row => debriefPosts[row.post], filter: true },
  { id: 'branch', title: '所在党组织', value: row => row.branch, search: true },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true, filter: true },
  ...DEBRIEF_SIDES.map((side): ListColumn<Row> => ({
    id: side,
    title: debriefSides[side],
    value: row => describePart(row[side]),
  })),
  { id: 'standing', title: '情况', value: row => debriefStandings[row.standing], filter: true },
  {
    id: 'guided',
    title: '督查指导',
    value: row => (row.guidance === '' ? '未记录' : '已记录'),
    filter: true,
  },
  { id: 'leadUnit', title: '牵头单位', value: row => row.leadUnitName, filter: true },
]
