import type { BoardState } from './routine.tables.ts'

/** 等次评定状态的说法, as sentences use it. */
export const boardWords: Readonly<Record<BoardState, string>> = {
  draft: '还没有上报',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已接收',
}

/** 少量名称的列举: the first few, and how many there are. */
export function describeNames(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map(name => `“${name}”`)
  return names.length > most ? `${shown.join('、')}等${names.length}个` : shown.join('、')
}
