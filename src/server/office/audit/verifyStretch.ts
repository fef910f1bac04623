import { describeTrailFault, type TrailFault } from '../../../contract/trail/trailFaults.ts'
import { verifyTrail } from '../../../files/trail/verifyTrail.ts'
import { readAfter, readHead, type TrailHead } from './audit.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** The lines of one stretch. */
const STRETCH = 20_000

/** The verdict on one stretch. */
interface StretchVerdict {
  readonly to: number
  readonly hash: string
  readonly head: TrailHead
  readonly done: boolean
  readonly fault?: { readonly seq: number; readonly sentence: string }
}

/** Verifies a stretch of the trail, starting after line `from`: the caller continues from where it ends, so any of several processes can answer. */
export async function verifyStretch({
  context,
  query,
}: Served<'GET /api/trail/verification'>): Promise<StretchVerdict> {
  const db = context.db
  const from = { seq: query.after, hash: query.hash }
  const { last: lastThere, ...head } = await readHead(db)
  const lines = await readAfter(db, {}, from.seq, Math.max(head.seq, from.seq), STRETCH)
  const last = lines.length < STRETCH
  const verdict = await verifyTrail(lines, last ? head : undefined, from)
  if (verdict.whole && last && lastThere > head.seq) return broken(from, head, head.seq + 1, 'extra')
  if (verdict.whole) return { to: verdict.lines, hash: verdict.root, head, done: last }
  return broken(from, head, verdict.seq, verdict.fault)
}

function broken(from: TrailHead, head: TrailHead, seq: number, fault: TrailFault): StretchVerdict {
  return {
    to: seq,
    hash: from.hash,
    head,
    done: true,
    fault: { seq, sentence: describeTrailFault(fault, seq) },
  }
}
