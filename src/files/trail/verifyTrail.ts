import type { TrailFault } from '../../contract/trail/trailFaults.ts'
import { hashTrailLine, TRAIL_START, type TrailLine } from './trailHash.ts'

/** The result of verifying the audit trail (留痕): intact up to its head, or the first broken line and the reason. */
export type TrailVerdict =
  | { readonly whole: true; readonly lines: number; readonly root: string }
  | { readonly whole: false; readonly seq: number; readonly fault: TrailFault }

/** A point in the audit trail (留痕): number and hash of a line. */
export interface TrailPoint {
  readonly seq: number
  readonly hash: string
}

/** Verifies the audit trail (留痕): recomputes the chain from its first line, or from the one after `from`; `head` (the last line, kept separately) reveals lines removed at the end. */
export async function verifyTrail(
  lines: AsyncIterable<TrailLine> | Iterable<TrailLine>,
  head?: TrailPoint,
  from: TrailPoint = { seq: 0, hash: TRAIL_START },
): Promise<TrailVerdict> {
  let [seq, prev] = [from.seq, from.hash]
  if (head?.seq === seq && head.hash !== prev) return { whole: false, seq, fault: 'changed' }
  let headSeen = head === undefined || head.seq === seq
  for await (const line of lines) {
    if (line.seq !== seq + 1)
      return { whole: false, seq: seq + 1, fault: line.seq > seq + 1 ? 'missing' : 'outOfOrder' }
    if (line.prev !== prev || hashTrailLine(line) !== line.hash)
      return { whole: false, seq: line.seq, fault: 'changed' }
    if (head !== undefined && line.seq > head.seq) return { whole: false, seq: line.seq, fault: 'extra' }
    if (head !== undefined && line.seq === head.seq) {
      if (line.hash !== head.hash) return { whole: false, seq: line.seq, fault: 'changed' }
      headSeen = true
    }
    ;[seq, prev] = [line.seq, line.hash]
  }
  return headSeen
    ? { whole: true, lines: seq, root: prev }
    : { whole: false, seq: seq + 1, fault: 'cutShort' }
}
