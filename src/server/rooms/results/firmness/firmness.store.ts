import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { firmness, type FirmnessFigures } from './firmness.tables.ts'

/** How firm a ranking is, with the state of the year that it was computed from. */
type StoredFirmness = typeof firmness.$inferSelect

/** Finds how firm the ranking of a year is, as computed last. */
export async function findFirmness(db: Database, year: number): Promise<StoredFirmness | undefined> {
  const [found] = await db.select().from(firmness).where(eq(firmness.year, year))
  return found
}

/** Stores how firm the ranking of a year is, in place of what was computed before. Who sees it stays. */
export async function saveFirmness(db: Database, row: Omit<StoredFirmness, 'shown'>): Promise<void> {
  await db.insert(firmness).values(row).onConflictDoUpdate({ target: firmness.year, set: row })
}

/** Decides whether units see how firm their places are; says whether there is anything to see. */
export async function showFirmness(tx: Transaction, year: number, shown: boolean): Promise<boolean> {
  const changed = await tx
    .update(firmness)
    .set({ shown })
    .where(eq(firmness.year, year))
    .returning({ year: firmness.year })
  return changed.length > 0
}

/** Checks whether units see how firm their places are. */
export const isFirmnessShown = rememberRead(
  ['firmness'],
  4,
  async (db: Database, year: number): Promise<boolean> => {
    const [found] = await db.select({ shown: firmness.shown }).from(firmness).where(eq(firmness.year, year))
    return found?.shown ?? false
  },
)

/** Names the state of a year: whatever changes the figures changes it. */
export function basisOf({ revision, version }: Pick<ScoredYear, 'revision' | 'version'>): string {
  return `${revision} ${version?.version ?? ''}`
}

const known = new WeakMap<ScoredYear, FirmnessFigures>()

/** Returns how firm the ranking of a scored year is, if that was computed from this very state; kept with it. */
export async function firmnessOf(db: Database, scored: ScoredYear): Promise<FirmnessFigures | undefined> {
  const before = known.get(scored)
  if (before !== undefined) return before
  const basis = basisOf(scored)
  const [row] = await db
    .select({ basis: firmness.basis })
    .from(firmness)
    .where(eq(firmness.year, scored.year))
  if (row?.basis !== basis) return undefined
  const found = await findFirmness(db, scored.year)
  if (found?.basis !== basis) return undefined
  known.set(scored, found.figures)
  return found.figures
}
