import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { readRoster } from './roster.store.ts'

/** 某年的单位名称, by id. */
export async function unitNames(
  db: Database | Transaction,
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const { units } = await readRoster(db, year)
  return new Map(units.map(unit => [unit.id, unit.name]))
}
