import { and, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { consequenceNotice } from './consequences.tables.ts'

/** A stored notice. */
export type StoredNotice = typeof consequenceNotice.$inferSelect

/** What a notice is about: one consequence of one unit in one year. */
export interface NoticeKey {
  readonly year: number
  readonly unit: string
  readonly rule: string
}

/** Lists the notices of a year as they stand, or as they stood just before an instant. */
export async function listNotices(
  db: Database | Transaction,
  year: number,
  before?: string,
): Promise<readonly StoredNotice[]> {
  const notices = await noticesOf(db, year)
  if (before === undefined) return notices
  const isBefore = (at: string | null): boolean => at !== null && new Date(at) < new Date(before)
  return notices
    .filter(({ servedAt }) => isBefore(servedAt))
    .map(one =>
      isBefore(one.repliedAt) ? one : { ...one, reply: null, repliedBy: null, repliedAt: null, revision: 1 },
    )
}

const noticesOf = rememberRead(
  ['consequence_notice'],
  4,
  async (db: Database | Transaction, year: number): Promise<readonly StoredNotice[]> =>
    db.select().from(consequenceNotice).where(eq(consequenceNotice.year, year)),
)

/** Finds a notice and locks it until the transaction ends. */
export async function findNotice(tx: Transaction, key: NoticeKey): Promise<StoredNotice | undefined> {
  const [found] = await tx.select().from(consequenceNotice).where(of(key)).for('update')
  return found
}

/** Records that a notice was served; `undefined` if one already was. */
export async function insertNotice(
  tx: Transaction,
  notice: typeof consequenceNotice.$inferInsert,
): Promise<StoredNotice | undefined> {
  const [made] = await tx.insert(consequenceNotice).values(notice).onConflictDoNothing().returning()
  return made
}

/** Deletes the record that a notice was served; the trail keeps what it said. */
export async function deleteNotice(tx: Transaction, key: NoticeKey): Promise<void> {
  await tx.delete(consequenceNotice).where(of(key))
}

/** Records the reply to a notice. */
export async function saveReply(
  tx: Transaction,
  key: NoticeKey,
  {
    reply,
    by,
    at,
    revision,
  }: { readonly reply: string; readonly by: string; readonly at: Date; readonly revision: number },
): Promise<StoredNotice> {
  const [saved] = await tx
    .update(consequenceNotice)
    .set({ reply, repliedBy: by, repliedAt: at.toISOString(), revision: revision + 1 })
    .where(of(key))
    .returning()
  return saved!
}

function of({ year, unit, rule }: NoticeKey) {
  return and(
    eq(consequenceNotice.year, year),
    eq(consequenceNotice.unit, unit),
    eq(consequenceNotice.rule, rule),
  )
}
