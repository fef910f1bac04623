import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/openDatabase.ts'
import { rosterUnit } from './roster.tables.ts'

/** A unit for which a unit role can be granted; `leads`: it is the lead unit of another unit. */
interface UnitToGrant {
  readonly id: string
  readonly name: string
  readonly leads: boolean
}

/** Lists the units of the latest roster, sorted by name. */
export async function latestUnits(db: Database): Promise<{ year?: number; units: UnitToGrant[] }> {
  const [latest] = await db
    .select({ year: rosterUnit.year })
    .from(rosterUnit)
    .orderBy(desc(rosterUnit.year))
    .limit(1)
  if (latest === undefined) return { units: [] }
  const { year } = latest
  const rows = await db
    .select({ id: rosterUnit.id, name: rosterUnit.name, leadUnit: rosterUnit.leadUnit })
    .from(rosterUnit)
    .where(eq(rosterUnit.year, year))
  const leads = new Set(rows.map(row => row.leadUnit))
  const units = rows.map(({ id, name }) => ({ id, name, leads: leads.has(id) }))
  return { year, units: units.toSorted((one, other) => collator.compare(one.name, other.name)) }
}

const collator = new Intl.Collator('zh', { numeric: true })
