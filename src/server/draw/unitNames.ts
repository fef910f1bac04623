import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { readRoster } from '../roster/roster.store.ts'

/** 某年的单位名称, by id. */
export async function unitNames(db: Database | Transaction, year: number): Promise<ReadonlyMap<string, string>> {
  const { units } = await readRoster(db, year)
  return new Map(units.map(unit => [unit.id, unit.name]))
}

/** 举出几个单位: the first three by name, the rest by their number. */
export function tellUnits(units: readonly string[], names: ReadonlyMap<string, string>): string {
  const first = units.slice(0, 3).map(unit => names.get(unit) ?? unit)
  return `${first.join('、')}${units.length > 3 ? '等' : ''}`
}
