import { printDay } from '../../kit/printDay.ts'
import type { WaitingLine } from '../../kit/waitingLine.ts'
import type { BoardLine, BoardList } from './routineTypes.ts'

/** The reader: whether they grade members or receive submitted boards. */
interface Reader {
  readonly grades: boolean
  readonly receives: boolean
}

/** Lists the grading boards to handle: what a lead unit has yet to submit, what the committee has to receive, and whom it is waiting for. A board without members is not awaited. */
export function waitingBoards(
  { year, due, boards }: Pick<BoardList, 'year' | 'due' | 'boards'>,
  reader: Reader,
): readonly WaitingLine[] {
  const line = (key: string, text: string, late: boolean, why?: string): WaitingLine => ({
    key,
    text,
    to: `/${year}/routine`,
    late,
    why,
    when: due === undefined ? undefined : `${printDay(due)}前`,
  })
  const open = boards.filter(
    board => board.members > 0 && (board.state === 'draft' || board.state === 'returned'),
  )
  if (!reader.receives) {
    if (!reader.grades) return []
    return open.map(({ component, leadUnit, members, graded, state, late }) =>
      state === 'returned'
        ? line(`${component} ${leadUnit}`, '等次评定被退回，改好后重新上报', late)
        : line(`${component} ${leadUnit}`, `评定所属${members}个单位的等次并上报`, late, `已评${graded}个`),
    )
  }
  const submitted = boards.filter(board => board.state === 'submitted')
  const late = open.some(board => board.late)
  return [
    ...(submitted.length === 0
      ? []
      : [
          line(
            'submitted',
            `${submitted.length}个牵头单位的等次评定已上报，等待接收`,
            false,
            namesOf(submitted),
          ),
        ]),
    ...(open.length === 0
      ? []
      : [line('open', `${open.length}个牵头单位还没有上报等次评定`, late, namesOf(open))]),
  ]
}

const NAMED = 3

function namesOf(boards: readonly BoardLine[]): string {
  const names = boards.slice(0, NAMED).map(board => board.leadUnitName)
  return `${names.join('、')}${boards.length > NAMED ? '等' : ''}`
}
