import { asc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { reportLateness } from './reports.tables.ts'

/** A decision on a late or missing report, as stored. */
type LatenessRow = typeof reportLateness.$inferSelect

/** Lists the decisions of a year. */
export async function listLateness(
  db: Database | Transaction,
  year: number,
): Promise<readonly LatenessRow[]> {
  return db.select().from(reportLateness).where(eq(reportLateness.year, year)).orderBy(asc(reportLateness.at))
}

/** Stores decisions; returns the units that were not decided before. */
export async function settleLateness(
  tx: Transaction,
  rows: readonly (typeof reportLateness.$inferInsert)[],
): Promise<ReadonlySet<string>> {
  const settled = await tx
    .insert(reportLateness)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ unit: reportLateness.unit })
  return new Set(settled.map(row => row.unit))
}
