import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { CorrectionRow, SealRow } from '../lifecycle.store.ts'
import { correction, seal } from '../lifecycle.tables.ts'

/** 存入封存; an earlier one that still waited for its judgement is superseded. */
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

/** 记下审定或退回; an approval supersedes the one before. */
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

/** 开启更正. */
export async function insertCorrection(tx: Transaction, one: typeof correction.$inferInsert): Promise<void> {
  await tx.insert(correction).values(one)
}

/** 结束更正: sealed anew, or given up. */
export async function closeCorrection(tx: Transaction, year: number, at: Date): Promise<void> {
  await tx
    .update(correction)
    .set({ closedAt: at.toISOString() })
    .where(and(eq(correction.year, year), isNull(correction.closedAt)))
}

/** 重新开启更正, when its seal came back. */
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
