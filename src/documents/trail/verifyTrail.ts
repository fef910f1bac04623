import { hashTrailLine, TRAIL_START, type TrailLine } from './trailHash.ts'

/** 留痕核验的结论: whole up to its head, or the first line at which it is not, and why. */
export type TrailVerdict =
  | { readonly whole: true; readonly lines: number; readonly root: string }
  | { readonly whole: false; readonly seq: number; readonly fault: 'changed' | 'missing' | 'outOfOrder' | 'cutShort' }

/** 留痕核验: recomputes the chain from its first line; `head` (its last line as kept apart, or a root printed on a sealed result) shows a cut at the end. */
export async function verifyTrail(
  lines: AsyncIterable<TrailLine> | Iterable<TrailLine>,
  head?: { readonly seq: number; readonly hash: string },
): Promise<TrailVerdict> {
  let [seq, prev, headSeen] = [0, TRAIL_START, head === undefined || head.seq === 0]
  for await (const line of lines) {
    if (line.seq !== seq + 1) return { whole: false, seq: seq + 1, fault: line.seq > seq + 1 ? 'missing' : 'outOfOrder' }
    if (line.prev !== prev || hashTrailLine(line) !== line.hash) return { whole: false, seq: line.seq, fault: 'changed' }
    if (head !== undefined && line.seq === head.seq) {
      if (line.hash !== head.hash) return { whole: false, seq: line.seq, fault: 'changed' }
      headSeen = true
    }
    ;[seq, prev] = [line.seq, line.hash]
  }
  return headSeen ? { whole: true, lines: seq, root: prev } : { whole: false, seq: seq + 1, fault: 'cutShort' }
}
