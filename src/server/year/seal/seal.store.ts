import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { CorrectionRow, SealRow } from '../lifecycle.store.ts'
import { correction, seal } from '../lifecycle.tables.ts'

/** Inserts a seal; an earlier one still waiting for judgement is superseded. */
export async function insertSeal(
  tx: Transaction,
  one: Omit<typeof seal.$inferInsert, 'state'>,
): Promise<SealRow> {
  await tx
    .update(seal)
    .set({ state: 'superseded' })
    .where(and(eq(seal.year, one.year), eq(seal.state, 'sealed')))
  const [made] = await tx
    .insert(seal)
    .values({ ...one, state: 'sealed' })
    .returning()
  return made!
}

/** Records an approval or return; an approval supersedes the previous one. */
export async function judgeSeal(
  tx: Transaction,
  year: number,
  number: number,
  {
    state,
    by,
    at,
    opinion,
  }: {
    readonly state: 'approved' | 'returned'
    readonly by: string
    readonly at: Date
    readonly opinion: string
  },
): Promise<SealRow> {
  if (state === 'approved') {
    await tx
      .update(seal)
      .set({ state: 'superseded' })
      .where(and(eq(seal.year, year), eq(seal.state, 'approved')))
  }
  const [judged] = await tx
    .update(seal)
    .set({ state, judgedBy: by, judgedAt: at.toISOString(), opinion })
    .where(and(eq(seal.year, year), eq(seal.number, number)))
    .returning()
  return judged!
}

/** Opens a correction. */
export async function insertCorrection(tx: Transaction, one: typeof correction.$inferInsert): Promise<void> {
  await tx.insert(correction).values(one)
}

/** Closes a correction: sealed again, or abandoned. */
export async function closeCorrection(tx: Transaction, year: number, at: Date): Promise<void> {
  await tx
    .update(correction)
    .set({ closedAt: at.toISOString() })
    .where(and(eq(correction.year, year), isNull(correction.closedAt)))
}

/** Reopens a correction when its seal was returned. */
export async function reopenCorrection(tx: Transaction, id: string): Promise<void> {
  await tx.update(correction).set({ closedAt: null }).where(eq(correction.id, id))
}

/** Reads corrections by their ids. */
export async function readCorrections(
  db: Database,
  ids: readonly string[],
): Promise<readonly CorrectionRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(correction)
    .where(inArray(correction.id, [...ids]))
}
