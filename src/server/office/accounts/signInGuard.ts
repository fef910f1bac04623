import { eq, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { signInGuard } from './accounts.tables.ts'

/** Consecutive failures after which sign-in is locked. */
export const MOST_FAILURES = 5
/** Minutes of the lock; failures further apart than this do not add up. */
export const LOCK_MINUTES = 15

const LOCK_MS = LOCK_MINUTES * 60_000

/** Returns the minutes until the lock ends; 0 when not locked. */
export async function minutesLocked(db: Database | Transaction, key: string, now: Date): Promise<number> {
  const [found] = await db
    .select({ until: signInGuard.lockedUntil })
    .from(signInGuard)
    .where(eq(signInGuard.key, key))
  return found?.until == null ? 0 : Math.max(0, Math.ceil((found.until.getTime() - now.getTime()) / 60_000))
}

/** Counts a failure; true when this one locks. Uses one statement, so that concurrent failures all count. */
export async function countFailure(tx: Transaction, key: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - LOCK_MS)
  const [row] = await tx
    .insert(signInGuard)
    .values({ key, failures: 1, failedAt: now })
    .onConflictDoUpdate({
      target: signInGuard.key,
      set: {
        failures: sql`case when ${signInGuard.failedAt} < ${since.toISOString()}::timestamptz then 1 else ${signInGuard.failures} + 1 end`,
        failedAt: now,
      },
    })
    .returning({ failures: signInGuard.failures })
  if (row === undefined || row.failures < MOST_FAILURES) return false
  const lockedUntil = new Date(now.getTime() + LOCK_MS)
  await tx.update(signInGuard).set({ failures: 0, lockedUntil }).where(eq(signInGuard.key, key))
  return true
}

/** Clears the failure count after a success or a reset. */
export async function clearFailures(tx: Transaction, key: string): Promise<void> {
  await tx
    .update(signInGuard)
    .set({ failures: 0, failedAt: null, lockedUntil: null })
    .where(eq(signInGuard.key, key))
}

/** Deletes failure counts older than a day. */
export async function forgetFailures(db: Database, now: Date): Promise<void> {
  await db.delete(signInGuard).where(lt(signInGuard.failedAt, new Date(now.getTime() - 24 * 3_600_000)))
}
