import type { BoardState } from './routine.tables.ts'

/** Words for the states of a grading board, as used in sentences. */
export const boardWords: Readonly<Record<BoardState, string>> = {
  draft: '还没有上报',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已接收',
}

/** Names the first few and gives the total. */
export function describeNames(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map(name => `“${name}”`)
  return names.length > most ? `${shown.join('、')}等${names.length}个` : shown.join('、')
}
