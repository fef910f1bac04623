import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import type { NoticeKey } from './consequences.store.ts'
import { followUp } from './consequences.tables.ts'

/** A stored talk or proposal. */
export type StoredFollowUp = typeof followUp.$inferSelect

/** A talk or proposal to store. */
export type NewFollowUp = typeof followUp.$inferInsert

/** Lists the talks and proposals of a year. */
export const listFollowUps = rememberRead(
  ['follow_up'],
  4,
  async (db: Database | Transaction, year: number): Promise<readonly StoredFollowUp[]> =>
    db.select().from(followUp).where(eq(followUp.year, year)),
)

/** Finds a talk or proposal and locks it until the transaction ends. */
export async function lockFollowUp(
  tx: Transaction,
  { year, unit, rule }: NoticeKey,
): Promise<StoredFollowUp | undefined> {
  const at = and(eq(followUp.year, year), eq(followUp.unit, unit), eq(followUp.rule, rule))
  const [found] = await tx.select().from(followUp).where(at).for('update')
  return found
}

/** Stores a talk or proposal, or its next revision. `undefined` if somebody else has stored one at the same time. */
export async function putFollowUp(
  tx: Transaction,
  { revision = 0, ...row }: NewFollowUp,
): Promise<StoredFollowUp | undefined> {
  const [saved] = await tx
    .insert(followUp)
    .values({ ...row, revision: 1 })
    .onConflictDoUpdate({
      target: [followUp.year, followUp.unit, followUp.rule],
      set: { ...row, revision: revision + 1 },
      setWhere: sql`${followUp.revision} = ${revision}`,
    })
    .returning()
  return saved
}
