import type { BoardLine, BoardList } from './routineTypes.ts'

/** 等办的等次评定, one line each. */
export interface WaitingBoard {
  readonly key: string
  readonly text: string
  readonly why?: string
  readonly late: boolean
}

/** 谁在看: who grades members, who receives what is handed in. */
interface Reader {
  readonly grades: boolean
  readonly receives: boolean
}

/** 等办的等次评定: what a lead unit has still to hand in, what the committee has to receive and whom it waits for; a board without members waits for nobody. */
export function waitingBoards({ boards }: Pick<BoardList, 'boards'>, { grades, receives }: Reader): readonly WaitingBoard[] {
  const open = boards.filter(board => board.members > 0 && (board.state === 'draft' || board.state === 'returned'))
  if (!receives) return grades ? open.map(toGrade) : []
  const submitted = boards.filter(board => board.state === 'submitted')
  return [
    ...(submitted.length === 0
      ? []
      : [{ key: 'submitted', text: `${submitted.length}个牵头单位的等次评定已上报，等待接收`, why: namesOf(submitted), late: false }]),
    ...(open.length === 0
      ? []
      : [{ key: 'open', text: `${open.length}个牵头单位还没有上报等次评定`, why: namesOf(open), late: open.some(board => board.late) }]),
  ]
}

function toGrade({ component, leadUnit, members, graded, state, late }: BoardLine): WaitingBoard {
  const key = `${component} ${leadUnit}`
  return state === 'returned'
    ? { key, text: '等次评定被退回，改好后重新上报', late }
    : { key, text: `评定所属${members}个单位的等次并上报`, why: `已评${graded}个`, late }
}

const NAMED = 3

function namesOf(boards: readonly BoardLine[]): string {
  const names = boards.slice(0, NAMED).map(board => board.leadUnitName)
  return `${names.join('、')}${boards.length > NAMED ? '等' : ''}`
}
