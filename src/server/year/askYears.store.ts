import { and, eq, or } from 'drizzle-orm'
import type { YearState } from '../platform/access/reach.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { cycle, rosterUnit } from '../office/roster/roster.tables.ts'

/** Answers what access control asks about years. */
export function askYears(db: Database | Transaction): YearState {
  return {
    async isReleased(year) {
      const [found] = await db
        .select({ releasedAt: cycle.releasedAt })
        .from(cycle)
        .where(eq(cycle.year, year))
      return found?.releasedAt != null
    },
    async groupOf(year, unit) {
      const inGroup = and(
        eq(rosterUnit.year, year),
        or(eq(rosterUnit.leadUnit, unit), eq(rosterUnit.id, unit)),
      )
      return (await db.select({ id: rosterUnit.id }).from(rosterUnit).where(inGroup)).map(row => row.id)
    },
    async nameOf(year, unit) {
      const found = await db
        .select({ name: rosterUnit.name })
        .from(rosterUnit)
        .where(and(eq(rosterUnit.year, year), eq(rosterUnit.id, unit)))
      return found[0]?.name
    },
  }
}
