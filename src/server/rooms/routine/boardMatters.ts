import { daysBetween } from '../../../domain/kernel/calendar.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { type BoardRow, listBoardRows, readDue, readGrades } from './boards.store.ts'
import { type GradedGroup, gradingContextOf } from './gradingContext.ts'

/** Days ahead within which a board is told as due. */
const SOON = 30

interface Board {
  readonly group: GradedGroup
  readonly row: BoardRow | undefined
}

/** Lists the grading boards under way: what a lead unit has to submit, and what the committee has to receive. (三（二）1) */
export async function listBoardMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, today, scored } = ground
  const { scheme, units, inputs } = scored
  const reach = await ground.reach('readRoutine')
  if (scheme === undefined) return []
  const { groups } = gradingContextOf({ scheme, roster: inputs.roster, units })
  const rows = new Map(
    (await listBoardRows(context.db, year)).map(row => [`${row.component} ${row.leadUnit}`, row]),
  )
  const boards = groups
    .filter(group => reach.has(group.lead.id) && group.members.length > 0)
    .map((group): Board => ({ group, row: rows.get(`${group.component.id} ${group.lead.id}`) }))
  const due = await readDue(context.db, year)
  const isNear = isScoring(ground) || (due !== undefined && daysBetween(today, due) <= SOON)
  const open = boards.filter(
    board => isOpen(board) && (board.row?.state === 'returned' || (isNear && lacksScores(scored, board))),
  )
  const isLate = due !== undefined && today > due
  return reach.all ? forCommittee(ground, boards, open, due, isLate) : forLeadUnit(ground, open, due, isLate)
}

function isScoring({ state, forSeal }: MatterContext): boolean {
  return forSeal || state.kind === 'correcting' || (state.kind === 'open' && state.phase === 'scored')
}

function isOpen({ row }: Board): boolean {
  return row === undefined || row.state === 'draft' || row.state === 'returned'
}

/** Whether a member has no score yet: grades that were imported count as given. */
function lacksScores({ outcome, places }: ScoredYear, { group }: Board): boolean {
  const column = outcome?.components.columns.find(one => one.component.component.id === group.component.id)
  if (column === undefined) return true
  return group.members.some(({ unit }) => {
    const at = places.get(unit)
    return at === undefined || column.missing[at] !== undefined
  })
}

async function forLeadUnit(
  { context, may }: MatterContext,
  open: readonly Board[],
  due: string | undefined,
  isLate: boolean,
): Promise<Matter[]> {
  if (!may('gradeMembers')) return []
  return Promise.all(
    open.map(async ({ group, row }): Promise<Matter> => {
      const at = { id: `${group.component.id} ${group.lead.id}`, name: '等次评定', page: '$year/routine' }
      const mine = { ...at, due, urgent: isLate, waits: true }
      if (row?.state === 'returned') return { ...mine, text: '修改退回的等次评定并重新上报' }
      const grades = row === undefined ? [] : await readGrades(context.db, row.id)
      return {
        ...mine,
        text: `评定所属${group.members.length}个单位的等次并上报`,
        who: `已评${grades.filter(one => one.grade !== null).length}个`,
      }
    }),
  )
}

function forCommittee(
  { may }: MatterContext,
  boards: readonly Board[],
  open: readonly Board[],
  due: string | undefined,
  isLate: boolean,
): Matter[] {
  const submitted = boards.filter(board => board.row?.state === 'submitted')
  const at = { name: '等次评定', page: '$year/routine', due, waits: may('receiveBoards') } as const
  const text = `${open.length}个牵头单位还没有上报等次评定`
  return [
    ...(submitted.length > 0
      ? [
          {
            ...at,
            id: 'boardsSubmitted',
            text: `${submitted.length}个牵头单位的等次评定已上报，等待接收`,
            act: `接收${submitted.length}个牵头单位上报的等次评定`,
            who: namesOf(submitted),
            seal: 'warning' as const,
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            ...at,
            id: 'boardsOpen',
            text,
            act: `催报${open.length}个牵头单位的等次评定`,
            who: namesOf(open),
            seal: 'warning' as const,
            ...(isLate && {
              late: {
                text,
                since: due,
                units: open.map(board => board.group.lead.name),
                asks: '报送成员单位等次评定',
              },
            }),
          },
        ]
      : []),
  ]
}

const NAMED = 3

function namesOf(boards: readonly Board[]): string {
  const names = boards.slice(0, NAMED).map(board => board.group.lead.name)
  return `${names.join('、')}${boards.length > NAMED ? '等' : ''}`
}
