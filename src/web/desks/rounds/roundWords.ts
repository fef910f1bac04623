import { printDay } from '../../kit/printDay.ts'
import type { Assignment, Round } from './roundTypes.ts'

/** Names of the round states. */
export const roundStates: Readonly<Record<Round['state'], string>> = {
  drafted: '拟定',
  issued: '已下达',
  running: '进行中',
  ended: '已结束',
}

/** Describes the state of an assignment. */
export function stateOf({ state, late }: Pick<Assignment, 'state' | 'late'>): string {
  if (state === 'done') return '已核查'
  if (state === 'cancelled') return '已撤去'
  return late ? '逾期未去' : '待核查'
}

/** Describes the people. */
export function peopleOf({ inspectors }: Pick<Assignment, 'inspectors'>): string {
  return inspectors.map(one => one.name).join('、')
}

/** Describes the team. */
export function teamOf(team: number | undefined): string {
  return team === undefined ? '未分组' : `第${team}组`
}

/** Describes the start and end dates. */
export function windowOf({ from, to }: Pick<Round, 'from' | 'to'>): string {
  return `${printDay(from)}至${printDay(to)}`
}

/** Returns the address of a round. */
export function addressOfRound(year: number, round: string, page = ''): string {
  return `/${year}/rounds/${round}${page === '' ? '' : `/${page}`}`
}

/** Returns the address of an assignment on the phone page. */
export function addressOnPhone(assignment: string): string {
  return `/inspect?assignment=${assignment}`
}
