import { desc, inArray } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rosterUnit } from '../roster/roster.tables.ts'

/** 单位名称, each as in the latest year whose roster has it. */
export async function unitNames(
  db: Database | Transaction,
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (units.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([rosterUnit.id], { id: rosterUnit.id, name: rosterUnit.name })
    .from(rosterUnit)
    .where(inArray(rosterUnit.id, [...new Set(units)]))
    .orderBy(rosterUnit.id, desc(rosterUnit.year))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
