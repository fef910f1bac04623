import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rosterUnit } from '../../office/roster/roster.tables.ts'

/** 单位的名称与牵头单位, by id. */
export type UnitNames = ReadonlyMap<string, { readonly name: string; readonly leadUnit?: string }>

/** 读某年各单位的名称. */
export async function readUnitNames(db: Database | Transaction, year: number): Promise<UnitNames> {
  const rows = await db
    .select({ id: rosterUnit.id, name: rosterUnit.name, leadUnit: rosterUnit.leadUnit })
    .from(rosterUnit)
    .where(eq(rosterUnit.year, year))
  return new Map(
    rows.map(({ id, name, leadUnit }) => [id, leadUnit === null ? { name } : { name, leadUnit }]),
  )
}
