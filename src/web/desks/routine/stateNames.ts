import type { BoardLine } from './routineTypes.ts'

/** Names of the grading board states. */
export const stateNames: Readonly<Record<BoardLine['state'], string>> = {
  draft: '评定中',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已接收',
}
