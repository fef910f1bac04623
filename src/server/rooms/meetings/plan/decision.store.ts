import { asc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { meetingDecision } from '../meetings.tables.ts'

/** A stored decision about a meeting. */
export type StoredDecision = typeof meetingDecision.$inferSelect

/** Stores a decision about a meeting. */
export async function insertDecision(
  tx: Transaction,
  row: typeof meetingDecision.$inferInsert,
): Promise<void> {
  await tx.insert(meetingDecision).values(row)
}

/** Lists the decisions about a meeting, in order. */
export async function listDecisions(
  db: Database | Transaction,
  meeting: string,
): Promise<readonly StoredDecision[]> {
  return db
    .select()
    .from(meetingDecision)
    .where(eq(meetingDecision.meeting, meeting))
    .orderBy(asc(meetingDecision.decidedAt))
}
