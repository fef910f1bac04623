import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import { dualDebrief } from './debriefs.tables.ts'

type Reader = Database | Transaction

/** Somebody who holds a dual debrief, as stored. */
export type StoredDebrief = typeof dualDebrief.$inferSelect

/** Somebody to list. */
export type NewDebrief = typeof dualDebrief.$inferInsert

const AT_ONCE = 1_000

/** Those of a year, or of one unit of it, whose debrief was not withdrawn. */
function listed(year: number, unit?: string) {
  return and(
    eq(dualDebrief.year, year),
    unit === undefined ? undefined : eq(dualDebrief.unit, unit),
    isNull(dualDebrief.withdrawnReason),
  )
}

/** Reads who is listed in a year, in their order; kept until one is written. */
export const readDebriefs = rememberRead(
  ['dual_debrief'],
  2,
  async (db: Reader, year: number): Promise<readonly StoredDebrief[]> =>
    db.select().from(dualDebrief).where(listed(year)).orderBy(asc(dualDebrief.unit), asc(dualDebrief.place)),
)

/** Reads who is listed for one unit. */
export async function debriefsOf(db: Reader, year: number, unit: string): Promise<readonly StoredDebrief[]> {
  return db.select().from(dualDebrief).where(listed(year, unit)).orderBy(asc(dualDebrief.place))
}

/** Finds one by its id, or the one whose entry of the ledger this is, and locks it until the transaction ends. */
export async function lockDebrief(
  tx: Transaction,
  year: number,
  unit: string,
  by: { readonly id: string } | { readonly entry: string },
): Promise<StoredDebrief | undefined> {
  const named =
    'id' in by
      ? eq(dualDebrief.id, by.id)
      : sql`${by.entry} in (${dualDebrief.superior} ->> 'entry', ${dualDebrief.members} ->> 'entry', ${dualDebrief.together} ->> 'entry')`
  const [found] = await tx
    .select()
    .from(dualDebrief)
    .where(and(listed(year, unit), named))
    .for('update')
  return found
}

/** Lists people; one who is listed already is skipped. Returns how many were added. */
export async function insertDebriefs(tx: Transaction, rows: readonly NewDebrief[]): Promise<number> {
  let added = 0
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const made = await tx
      .insert(dualDebrief)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoNothing()
      .returning({ id: dualDebrief.id })
    added += made.length
  }
  return added
}

/** Changes one to its next revision; returns it as stored. */
export async function saveDebrief(
  tx: Transaction,
  { id, revision }: StoredDebrief,
  set: Partial<NewDebrief>,
): Promise<StoredDebrief> {
  const [saved] = await tx
    .update(dualDebrief)
    .set({ ...set, revision: revision + 1 })
    .where(eq(dualDebrief.id, id))
    .returning()
  return saved!
}
