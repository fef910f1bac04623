import type { TrailLine } from '../../../files/trail/trailHash.ts'
import { type TrailVerdict, verifyTrail } from '../../../files/trail/verifyTrail.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { readHead, walkTrail } from './audit.store.ts'

/** Verifies the whole trail in the database; `see` receives each line as it is read. */
export async function verifyWhole(db: Database, see: (line: TrailLine) => void): Promise<TrailVerdict> {
  const { last, ...head } = await readHead(db)
  const verdict = await verifyTrail(seeing(walkTrail(db, {}, head.seq), see), head)
  return verdict.whole && last > head.seq ? { whole: false, seq: head.seq + 1, fault: 'extra' } : verdict
}

async function* seeing(
  lines: AsyncIterable<TrailLine>,
  see: (line: TrailLine) => void,
): AsyncGenerator<TrailLine> {
  for await (const line of lines) {
    see(line)
    yield line
  }
}
