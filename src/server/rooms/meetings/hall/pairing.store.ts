import { and, eq, gt } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { meetingPairing } from '../meetings.tables.ts'

/** A stored pairing of a screen or remote. */
export type StoredPairing = typeof meetingPairing.$inferSelect

/** Stores a pairing. */
export async function insertPairing(tx: Transaction, row: typeof meetingPairing.$inferInsert): Promise<void> {
  await tx.insert(meetingPairing).values(row)
}

/** Finds a pairing that has not expired, by the hash of its code. */
export async function findPairing(
  db: Database | Transaction,
  hash: string,
  now: string,
): Promise<StoredPairing | undefined> {
  const [found] = await db
    .select()
    .from(meetingPairing)
    .where(and(eq(meetingPairing.hash, hash), gt(meetingPairing.until, now)))
  return found
}
