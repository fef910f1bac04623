import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { ledgerImport } from './ledger.tables.ts'

/** A stored import. */
type StoredImport = typeof ledgerImport.$inferSelect

const KEPT_DAYS = 7

/** Stores a preview and deletes those older than a week. */
export async function addImport(
  db: Database | Transaction,
  made: typeof ledgerImport.$inferInsert,
): Promise<void> {
  const limit = new Date(Date.parse(made.madeAt) - KEPT_DAYS * 24 * 3_600_000).toISOString()
  await db.delete(ledgerImport).where(lt(ledgerImport.madeAt, limit))
  await db.insert(ledgerImport).values(made)
}

/** Finds an import and locks it until the transaction ends; `null` for the unit means the problems of last year. */
export async function findImport(
  tx: Transaction,
  year: number,
  id: string,
  unit: string | null,
): Promise<StoredImport | undefined> {
  const [row] = await tx
    .select()
    .from(ledgerImport)
    .where(
      and(
        eq(ledgerImport.year, year),
        eq(ledgerImport.id, id),
        unit === null ? isNull(ledgerImport.unit) : eq(ledgerImport.unit, unit),
      ),
    )
    .for('update')
  return row
}

/** Marks an import as entered. */
export async function markEntered(tx: Transaction, id: string): Promise<void> {
  await tx.update(ledgerImport).set({ state: 'entered' }).where(eq(ledgerImport.id, id))
}
