import { eq } from 'drizzle-orm'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { hashTrailLine } from '../../../files/trail/trailHash.ts'
import type { Actor } from '../access/actor.ts'
import type { Transaction } from '../database/openDatabase.ts'
import { trail, trailHead } from './trail.tables.ts'

/** Appends lines to the trail's hash chain inside the change's own transaction; the head is locked until it ends, so there is one writer at a time. Returns the new root. */
export async function appendTrail(
  tx: Transaction,
  actor: Actor,
  events: readonly TrailEvent[],
  now: Date,
): Promise<string> {
  const [head] = await tx.select().from(trailHead).where(eq(trailHead.one, 1)).for('update')
  if (head === undefined) throw new Error('the trail has no head')
  let { seq, hash } = head
  const lines = events.map(({ kind, values, year, unit }) => {
    const line = {
      seq: ++seq,
      at: now.toISOString(),
      actor: actor.id,
      actorName: actor.name,
      kind,
      year: year ?? null,
      unit: unit ?? null,
      values: values as Readonly<Record<string, unknown>>,
      prev: hash,
    }
    hash = hashTrailLine(line)
    return { ...line, hash }
  })
  await tx.insert(trail).values(lines)
  await tx.update(trailHead).set({ seq, hash }).where(eq(trailHead.one, 1))
  return hash
}
