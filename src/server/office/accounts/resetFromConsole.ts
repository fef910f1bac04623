import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { eq, sql } from 'drizzle-orm'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { findByUsername, replaceHash } from './accounts.store.ts'
import { account, pastPassword, secondFactor, session, signInGuard } from './accounts.tables.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import { normalUsername } from './username.ts'

/**
 * Resets a password on the server: for administrators, whose passwords cannot be reset on screen. Anyone
 * who can run this has the data anyway, and the trail records it. Lifts all locks (their keys are unknown
 * here), ends the sessions and removes the second factor.
 */
export async function resetFromConsole(
  db: Database,
  typed: string,
): Promise<{ readonly username: string; readonly password: string } | Refusal> {
  const username = normalUsername(typed)
  const now = await moment(db)
  const password = oneTimePassword(randomBytes(32).toString('hex'), SYSTEM_ACTOR, 'console', username)
  const hash = await hashPassword(password)
  const done = await createChange(
    { db, now: () => now },
    SYSTEM_ACTOR,
  )(async tx => {
    const found = await findByUsername(tx, username)
    if (found === undefined) return refuse('notFound', { what: `账号“${username}”` })
    const { id, name, revision } = found.account
    await tx.insert(pastPassword).values({ account: id, hash: found.hash, at: now })
    await replaceHash(tx, id, hash, now)
    const values = {
      mustChangePassword: true,
      twoFactorEnabled: false,
      disabledAt: null,
      revision: revision + 1,
      changedBy: SYSTEM_ACTOR.name,
      updatedAt: now,
    }
    await tx.update(account).set(values).where(eq(account.id, id))
    await tx.delete(secondFactor).where(eq(secondFactor.userId, id))
    await tx.delete(session).where(eq(session.userId, id))
    await tx.delete(signInGuard)
    return { answer: null, events: [{ kind: 'passwordResetOnServer', values: { username, name } }] }
  })
  return isRefusal(done) ? done : { username, password }
}

/** Reads the database's clock; a command line has none of its own. */
async function moment(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(
    sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  return new Date(rows[0]!.now)
}
