import { NO_POINTS, type Points } from '../../kernel/points.ts'
import type { Row } from '../rubric.ts'
import type { Scheme } from '../scheme.ts'
import { answerFor } from './eachAnswer.ts'

/** 一行的下限, its own or that of R2; `undefined` while neither says. */
export function rowFloor(scheme: Scheme, row: Row): Points | 'negative' | undefined {
  if (row.floor !== undefined) return row.floor
  const answer = answerFor(scheme, 'rowFloor')?.answer
  return answer === undefined ? undefined : answer === 'negative' ? 'negative' : NO_POINTS
}
