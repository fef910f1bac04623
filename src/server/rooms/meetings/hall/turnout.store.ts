import { count, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { ballotSealed } from '../ballots/ballots.tables.ts'

/** Counts the sheets cast by phone so far, by class. Which of them says what, nobody can read yet. */
export async function countCast(
  db: Database | Transaction,
  meeting: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ voterClass: ballotSealed.voterClass, sheets: count() })
    .from(ballotSealed)
    .where(eq(ballotSealed.meeting, meeting))
    .groupBy(ballotSealed.voterClass)
  return new Map(rows.map(row => [row.voterClass, Number(row.sheets)]))
}
