import { and, eq } from 'drizzle-orm'
import { type ClosingTerms, GRACE_DAYS } from '../../../domain/year/evidence/periodClosing.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { ledgerClosing, ledgerWord } from './ledger.tables.ts'

/** 考核组织者对期间的决定, as stored. */
export type StoredWord = typeof ledgerWord.$inferSelect

/** 某年的截止规定; `revision` 0 where nothing was ever set. */
export interface StoredClosing extends ClosingTerms<StoredWord> {
  readonly revision: number
}

/** 读某年的截止规定. */
export async function readClosing(db: Database | Transaction, year: number): Promise<StoredClosing> {
  const [row] = await db.select().from(ledgerClosing).where(eq(ledgerClosing.year, year))
  const words = await db.select().from(ledgerWord).where(eq(ledgerWord.year, year))
  return { graceDays: row?.graceDays ?? GRACE_DAYS, revision: row?.revision ?? 0, words }
}

/** 存截止的宽限天数, as the next revision; false when somebody else was there first. */
export async function saveClosing(
  tx: Transaction,
  year: number,
  graceDays: number,
  seen: number,
): Promise<boolean> {
  const saved =
    seen === 0
      ? await tx
          .insert(ledgerClosing)
          .values({ year, graceDays, revision: 1 })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(ledgerClosing)
          .set({ graceDays, revision: seen + 1 })
          .where(and(eq(ledgerClosing.year, year), eq(ledgerClosing.revision, seen)))
          .returning()
  return saved.length > 0
}

/** 存对一个期间的决定; none takes it away. */
export async function saveWord(
  tx: Transaction,
  year: number,
  period: string,
  word: Omit<StoredWord, 'year' | 'period'> | undefined,
): Promise<void> {
  await tx.delete(ledgerWord).where(and(eq(ledgerWord.year, year), eq(ledgerWord.period, period)))
  if (word !== undefined) await tx.insert(ledgerWord).values({ year, period, ...word })
}
