import { printDay } from '../../kit/printDay.ts'
import type { Assignment, Round } from './roundTypes.ts'

/** 轮次状态的说法. */
export const roundStates: Readonly<Record<Round['state'], string>> = {
  drafted: '拟定',
  issued: '已下达',
  running: '进行中',
  ended: '已结束',
}

/** 安排状态的说法. */
export function stateOf({ state, late }: Pick<Assignment, 'state' | 'late'>): string {
  if (state === 'done') return '已核查'
  if (state === 'cancelled') return '已撤去'
  return late ? '逾期未去' : '待核查'
}

/** 人员的说法. */
export function peopleOf({ inspectors }: Pick<Assignment, 'inspectors'>): string {
  return inspectors.map(one => one.name).join('、')
}

/** 组别的说法. */
export function teamOf(team: number | undefined): string {
  return team === undefined ? '未分组' : `第${team}组`
}

/** 起止日期的说法. */
export function windowOf({ from, to }: Pick<Round, 'from' | 'to'>): string {
  return `${printDay(from)}至${printDay(to)}`
}

/** 轮次的地址. */
export function addressOfRound(year: number, round: string, page = ''): string {
  return `/${year}/rounds/${round}${page === '' ? '' : `/${page}`}`
}

/** 手机核查页的地址 of one assignment. */
export function addressOnPhone(assignment: string): string {
  return `/inspect?assignment=${assignment}`
}
