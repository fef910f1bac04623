import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { signInGuard } from './accounts.tables.ts'
import { keyedHash } from './keyedHash.ts'

/** Consecutive failures after which sign-in is locked. */
export const MOST_FAILURES = 5
/** Minutes of the lock; failures further apart than this do not add up. */
export const LOCK_MINUTES = 15

const LOCK_MS = LOCK_MINUTES * 60_000

/** What failures are counted by: a name at one place, each as a keyed hash, so that neither is stored. */
export interface Guard {
  readonly key: string
  readonly name: string
}

/** Returns the guard of a username, whether or not that account exists, for tries from one place: a network, a known device, or a session. */
export function guardOf(room: { readonly secret: string }, username: string, place: string): Guard {
  return {
    key: keyedHash(room.secret, 'sign-in at', `${username}\n${place}`),
    name: guardName(room, username),
  }
}

/** Returns the hash by which all guards of a username are found. */
export function guardName({ secret }: { readonly secret: string }, username: string): string {
  return keyedHash(secret, 'sign-in', username)
}

/** Returns the minutes until the lock ends; 0 when not locked. A lock longer than any that was set is of a clock that ran ahead. */
export async function minutesLocked(db: Database | Transaction, { key }: Guard, now: Date): Promise<number> {
  const [found] = await db
    .select({ until: signInGuard.lockedUntil })
    .from(signInGuard)
    .where(eq(signInGuard.key, key))
  const left = found?.until == null ? 0 : found.until.getTime() - now.getTime()
  return left <= 0 || left > LOCK_MS ? 0 : Math.ceil(left / 60_000)
}

/** Returns the minutes of the longest lock by name. */
export async function locksByName(db: Database, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ name: signInGuard.name, until: sql<string>`max(${signInGuard.lockedUntil})::text` })
    .from(signInGuard)
    .where(
      and(
        gt(signInGuard.lockedUntil, now),
        lt(signInGuard.lockedUntil, new Date(now.getTime() + LOCK_MS + 1)),
      ),
    )
    .groupBy(signInGuard.name)
  return new Map(
    rows.map(({ name, until }) => [name, Math.ceil((new Date(until).getTime() - now.getTime()) / 60_000)]),
  )
}

/** Counts a failure; true when this one locks. Uses one statement, so that concurrent failures all count. */
export async function countFailure(tx: Transaction, { key, name }: Guard, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - LOCK_MS)
  const [row] = await tx
    .insert(signInGuard)
    .values({ key, name, failures: 1, failedAt: now })
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

/** Clears the failures at one place after a success. */
export async function clearFailures(tx: Transaction, { key }: Guard): Promise<void> {
  await tx.delete(signInGuard).where(eq(signInGuard.key, key))
}

/** Clears all failures of a name: it was unlocked, or its password reset. */
export async function clearName(tx: Transaction, name: string): Promise<void> {
  await tx.delete(signInGuard).where(eq(signInGuard.name, name))
}

/** Deletes failure counts older than a day. */
export async function forgetFailures(db: Database, now: Date): Promise<void> {
  await db.delete(signInGuard).where(lt(signInGuard.failedAt, new Date(now.getTime() - 24 * 3_600_000)))
}
