import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { DrawPurpose } from '../../domain/campaign/draw/drawPurpose.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly unitName: string
  readonly leadUnitName?: string | undefined
  readonly lists: Readonly<
    Partial<Record<DrawPurpose, { readonly count: number; readonly frozen: boolean } | undefined>>
  >
  readonly drawn: readonly { readonly quarter: number }[]
}

/** The states of a draw list. */
export const drawListStates = { none: '未登记', open: '未冻结', frozen: '已冻结' } as const

/** Describes the state of a list in a word. */
export function drawListState({ lists }: Pick<Row, 'lists'>, purpose: DrawPurpose): string {
  const list = lists[purpose]
  return list === undefined ? drawListStates.none : list.frozen ? drawListStates.frozen : drawListStates.open
}

/** Whether a unit has both lists, and whether one of them is not frozen. */
export const drawListWholes = { lacking: '不齐', open: '未都冻结', frozen: '都已冻结' } as const

function wholeOf(row: Row): string {
  const states = [drawListState(row, 'branch'), drawListState(row, 'member')]
  if (states.includes(drawListStates.none)) return drawListWholes.lacking
  return states.includes(drawListStates.open) ? drawListWholes.open : drawListWholes.frozen
}

/** Columns of the overview of draw lists. */
export const drawListColumns: readonly ListColumn<Row>[] = [
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'lead', title: '牵头单位', value: row => row.leadUnitName, filter: true },
  { id: 'branches', title: '党支部数', value: row => row.lists.branch?.count },
  { id: 'branchState', title: '党支部名单', value: row => drawListState(row, 'branch'), filter: true },
  { id: 'members', title: '党员数', value: row => row.lists.member?.count },
  { id: 'memberState', title: '党员名单', value: row => drawListState(row, 'member'), filter: true },
  { id: 'drawn', title: '抽过的季度', value: row => quartersOf(row) },
  { id: 'whole', title: '两份名单', value: wholeOf, filter: true },
]

function quartersOf({ drawn }: Row): string | undefined {
  const quarters = [...new Set(drawn.map(one => one.quarter))].toSorted()
  return quarters.length === 0 ? undefined : quarters.map(printQuarter).join('、')
}
