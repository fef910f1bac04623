import { eq } from 'drizzle-orm'
import { setting } from '../change/trail.tables.ts'
import type { Database, Transaction } from '../database/openDatabase.ts'

/** Reads the name of the office, which stands on its papers; empty while it has none. */
export async function institutionName(db: Database | Transaction): Promise<string> {
  const [found] = await db
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, 'institution'))
  return String(found?.value ?? '')
}
