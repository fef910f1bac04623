import { and, desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { documentTemplate } from './documents.tables.ts'

/** A stored version of a template. */
export type StoredTemplate = typeof documentTemplate.$inferSelect

/** Lists the versions of all templates, the latest first. */
export async function listTemplates(db: Database | Transaction): Promise<readonly StoredTemplate[]> {
  return db.select().from(documentTemplate).orderBy(desc(documentTemplate.version))
}

/** Finds a version of a template, the latest if none is named. */
export async function findTemplate(
  db: Database | Transaction,
  kind: string,
  version?: number,
): Promise<StoredTemplate | undefined> {
  const [found] = await db
    .select()
    .from(documentTemplate)
    .where(
      version === undefined
        ? eq(documentTemplate.kind, kind)
        : and(eq(documentTemplate.kind, kind), eq(documentTemplate.version, version)),
    )
    .orderBy(desc(documentTemplate.version))
    .limit(1)
  return found
}

/** Inserts the next version of a template; of two at once, the second takes the version after. */
export async function insertTemplate(tx: Transaction, row: Omit<StoredTemplate, 'version'>): Promise<number> {
  for (;;) {
    const version = ((await findTemplate(tx, row.kind))?.version ?? 0) + 1
    const made = await tx
      .insert(documentTemplate)
      .values({ ...row, version })
      .onConflictDoNothing()
      .returning({ version: documentTemplate.version })
    if (made.length > 0) return version
  }
}
