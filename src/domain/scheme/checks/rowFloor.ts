import { NO_POINTS, type Points } from '../../kernel/points.ts'
import type { Row } from '../rubric.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'
import { answerFor, RULING_SCOPE } from './eachAnswer.ts'

/** Returns the floor of a row (一行的下限), its own or that of R2, and where it was read; `undefined` if neither is given. */
export function rowFloor(
  scheme: Scheme,
  row: Row,
  path: FaultPath,
): { readonly floor: Points | 'negative' | undefined; readonly reads: readonly FaultPath[] } {
  const own = [...path, 'floor']
  if (row.floor !== undefined) return { floor: row.floor, reads: [own] }
  const placed = answerFor(scheme, 'rowFloor')
  if (placed === undefined) return { floor: undefined, reads: [own] }
  return {
    floor: placed.answer === 'negative' ? 'negative' : NO_POINTS,
    reads: [own, ...RULING_SCOPE, placed.path],
  }
}
