import { and, eq } from 'drizzle-orm'
import { type ClosingTerms, GRACE_DAYS } from '../../../domain/year/evidence/periodClosing.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { ledgerClosing, ledgerWord } from './ledger.tables.ts'

/** A stored decision of the appraisal organizer on a period. */
type StoredWord = typeof ledgerWord.$inferSelect

/** The closing rules of a year; `revision` is 0 if none were ever set. */
export interface StoredClosing extends ClosingTerms<StoredWord> {
  readonly revision: number
}

/** Reads the closing rules of a year. */
export const readClosing = rememberRead(
  ['ledger_closing', 'ledger_word'],
  4,
  async (db: Database | Transaction, year: number): Promise<StoredClosing> => {
    const [row] = await db.select().from(ledgerClosing).where(eq(ledgerClosing.year, year))
    const words = await db.select().from(ledgerWord).where(eq(ledgerWord.year, year))
    return { graceDays: row?.graceDays ?? GRACE_DAYS, revision: row?.revision ?? 0, words }
  },
)

/** Saves the days of grace as the next revision; returns false if somebody else changed them first. */
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

/** Saves the decision on a period; without one, removes it. */
export async function saveWord(
  tx: Transaction,
  year: number,
  period: string,
  word: Omit<StoredWord, 'year' | 'period'> | undefined,
): Promise<void> {
  await tx.delete(ledgerWord).where(and(eq(ledgerWord.year, year), eq(ledgerWord.period, period)))
  if (word !== undefined) await tx.insert(ledgerWord).values({ year, period, ...word })
}
