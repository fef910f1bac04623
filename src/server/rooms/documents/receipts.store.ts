import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { documentReceipt, officialDocument } from './documents.tables.ts'

/** A stored receipt. */
type StoredReceipt = typeof documentReceipt.$inferSelect

/** Finds the receipt of a document. */
export async function findReceipt(
  db: Database | Transaction,
  document: string,
): Promise<StoredReceipt | undefined> {
  const [found] = await db.select().from(documentReceipt).where(eq(documentReceipt.document, document))
  return found
}

/** Stores a receipt; returns `false` if there is one. */
export async function insertReceipt(tx: Transaction, row: StoredReceipt): Promise<boolean> {
  const made = await tx.insert(documentReceipt).values(row).onConflictDoNothing().returning()
  return made.length > 0
}

/** Lists the issued documents of a kind that have no receipt, without those that were corrected. */
export async function listUnreceived(db: Database, year: number, kind: string) {
  const rows = await db
    .select({
      id: officialDocument.id,
      corrects: officialDocument.corrects,
      receipt: documentReceipt.document,
    })
    .from(officialDocument)
    .leftJoin(documentReceipt, eq(documentReceipt.document, officialDocument.id))
    .where(
      and(eq(officialDocument.year, year), eq(officialDocument.kind, kind), isNotNull(officialDocument.hash)),
    )
  const corrected = new Set(rows.map(({ corrects }) => corrects))
  return rows.filter(({ id, receipt }) => receipt === null && !corrected.has(id))
}
