import { and, asc, eq } from 'drizzle-orm'
import { ledgerEntry } from '../ledger/ledger.tables.ts'
import type { Database } from '../../platform/database/openDatabase.ts'

/** The day of a ledger entry of one kind, and the number of people. */
interface HeldEntry {
  readonly unit: string
  readonly happenedOn: string
  readonly participants: number | null
}

/** Lists the ledger entries in force of one kind, by day. */
export async function entriesOfKind(db: Database, year: number, kind: string): Promise<readonly HeldEntry[]> {
  return db
    .select({
      unit: ledgerEntry.unit,
      happenedOn: ledgerEntry.happenedOn,
      participants: ledgerEntry.participants,
    })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.year, year), eq(ledgerEntry.kind, kind), eq(ledgerEntry.state, 'inForce')))
    .orderBy(asc(ledgerEntry.happenedOn))
}
