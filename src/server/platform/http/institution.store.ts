import { eq } from 'drizzle-orm'
import { setting } from '../change/trail.tables.ts'
import type { Database } from '../database/openDatabase.ts'
import { rememberRead } from '../database/writeCounts.ts'

/** Reads the name of the office, which stands on its papers and slips; empty while it has none. */
export function institutionName(db: Database): Promise<string> {
  return nameOfOffice(db, '')
}

const nameOfOffice = rememberRead(['setting'], 1, async (db: Database, _key: '') => {
  const [found] = await db
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, 'institution'))
  return String(found?.value ?? '')
})
