import { and, eq, or } from 'drizzle-orm'
import type { YearState } from '../platform/access/reach.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { rememberRead } from '../platform/database/writeCounts.ts'
import { cycle, rosterUnit } from '../office/roster/roster.tables.ts'

/** Answers what access control asks about years. */
export function askYears(db: Database | Transaction): YearState {
  return {
    isReleased: year => readReleased(db, year),
    groupOf: (year, unit) => readGroup(db, `${year} ${unit}`),
    nameOf: (year, unit) => readName(db, `${year} ${unit}`),
  }
}

type Reader = Database | Transaction

const readReleased = rememberRead(['cycle'], 50, async (db: Reader, year: number) => {
  const rows = await db.select({ releasedAt: cycle.releasedAt }).from(cycle).where(eq(cycle.year, year))
  return rows[0]?.releasedAt != null
})

const readGroup = rememberRead(['roster_unit'], 5_000, async (db: Reader, key: string) => {
  const { year, unit } = placeOf(key)
  const inGroup = and(eq(rosterUnit.year, year), or(eq(rosterUnit.leadUnit, unit), eq(rosterUnit.id, unit)))
  return (await db.select({ id: rosterUnit.id }).from(rosterUnit).where(inGroup)).map(row => row.id)
})

const readName = rememberRead(['roster_unit'], 5_000, async (db: Reader, key: string) => {
  const { year, unit } = placeOf(key)
  const named = and(eq(rosterUnit.year, year), eq(rosterUnit.id, unit))
  return (await db.select({ name: rosterUnit.name }).from(rosterUnit).where(named))[0]?.name
})

function placeOf(key: string): { readonly year: number; readonly unit: string } {
  return { year: Number(key.slice(0, 4)), unit: key.slice(5) }
}
