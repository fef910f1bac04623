import { and, eq } from 'drizzle-orm'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change, Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { findByUsername, replaceHash } from './accounts.store.ts'
import { account, pastPassword, secondFactor, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { holdAccount, writeAccount } from './accountTarget.ts'
import { checkLast } from './changeGrants.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import type { OpenedAccount } from './createNewAccount.ts'
import { clearName, guardName } from './signInGuard.ts'
import { isUsername, normalUsername } from './username.ts'

type Outcome = Promise<Done<null> | Refusal>

/** Changes the user name and display name. */
export async function renameAccount(
  { context }: AccountsRoom,
  tx: Transaction,
  actor: Actor,
  id: string,
  asked: { readonly username: string; readonly name: string; readonly revision: number },
): Outcome {
  const username = normalUsername(asked.username)
  const held = await holdAccount(tx, actor, 'manage', id, asked.revision)
  if (isRefusal(held)) return held
  if (!isUsername(username)) return refuse('usernameInvalid', { username: asked.username })
  const [taken] = await tx.select({ id: account.id }).from(account).where(eq(account.username, username))
  if (taken !== undefined && taken.id !== id) return refuse('usernameTaken', { username })
  if (username === held.username && asked.name === held.name) return refuse('nothingChanged', {})
  await writeAccount(tx, actor, context.now(), held, { username, name: asked.name })
  const values = { from: `${held.username}（${held.name}）`, to: `${username}（${asked.name}）` }
  return { answer: null, events: [{ kind: 'accountRenamed', values }] }
}

/** Disables an account and ends its sessions. */
export async function disableAccount(
  { context }: AccountsRoom,
  tx: Transaction,
  actor: Actor,
  id: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Outcome {
  const held = await holdAccount(tx, actor, 'manage', id, revision)
  if (isRefusal(held)) return held
  if (held.disabledAt !== null) return refuse('nothingChanged', {})
  const last = await checkLast(tx, held, held.grants)
  if (last !== undefined) return last
  await writeAccount(tx, actor, context.now(), held, { disabledAt: context.now() })
  await tx.delete(session).where(eq(session.userId, id))
  const { username, name } = held
  return { answer: null, events: [{ kind: 'accountDisabled', values: { username, name, reason } }] }
}

/** Enables a disabled account. */
export async function enableAccount(
  { context }: AccountsRoom,
  tx: Transaction,
  actor: Actor,
  id: string,
  revision: number,
): Outcome {
  const held = await holdAccount(tx, actor, 'manage', id, revision)
  if (isRefusal(held)) return held
  if (held.disabledAt === null) return refuse('nothingChanged', {})
  await writeAccount(tx, actor, context.now(), held, { disabledAt: null })
  const { username, name } = held
  return { answer: null, events: [{ kind: 'accountEnabled', values: { username, name } }] }
}

/** Lifts a sign-in lock. */
export async function unlockAccount(room: AccountsRoom, tx: Transaction, actor: Actor, id: string): Outcome {
  const held = await holdAccount(tx, actor, 'manage', id)
  if (isRefusal(held)) return held
  const { username, name } = held
  await clearName(tx, guardName(room, username))
  return { answer: null, events: [{ kind: 'accountUnlocked', values: { username, name } }] }
}

/** Resets a password: returns a one-time password once, ends the sessions and lifts any lock. */
export async function resetPassword(
  room: AccountsRoom,
  actor: Actor,
  change: Change,
  key: string,
  id: string,
): Promise<OpenedAccount | Refusal> {
  const { context, secret, hashing } = room
  const password = oneTimePassword(secret, actor, key, id)
  const hash = await hashing.hash(password)
  const done = await change(async tx => {
    const held = await holdAccount(tx, actor, 'resetPassword', id)
    if (isRefusal(held)) return held
    const { username, name } = held
    const before = await findByUsername(tx, username)
    if (before !== undefined)
      await tx.insert(pastPassword).values({ account: id, hash: before.hash, at: context.now() })
    await replaceHash(tx, id, hash, context.now())
    await writeAccount(tx, actor, context.now(), held, { mustChangePassword: true })
    await tx.delete(session).where(eq(session.userId, id))
    await clearName(tx, guardName(room, username))
    return { answer: { username, name }, events: [{ kind: 'passwordReset', values: { username, name } }] }
  })
  return isRefusal(done) ? done : { id, ...done, password }
}

/** Ends one or all sessions of another account. */
export async function endSessions(
  tx: Transaction,
  actor: Actor,
  id: string,
  one: string | undefined,
): Outcome {
  const held = await holdAccount(tx, actor, 'endSessions', id)
  if (isRefusal(held)) return held
  const chosen = one === undefined ? eq(session.userId, id) : and(eq(session.userId, id), eq(session.id, one))
  const ended = await tx.delete(session).where(chosen).returning({ id: session.id })
  if (ended.length === 0) return refuse('notFound', { what: '这个登录会话' })
  const { username, name } = held
  return {
    answer: null,
    events: [{ kind: 'sessionsEnded', values: { username, name, count: ended.length } }],
  }
}

/** Removes another account's second factor. */
export async function removeSecondFactor(
  { context }: AccountsRoom,
  tx: Transaction,
  actor: Actor,
  id: string,
): Outcome {
  const held = await holdAccount(tx, actor, 'removeSecondFactor', id)
  if (isRefusal(held)) return held
  const { username, name } = held
  if (!held.twoFactorEnabled) return refuse('nothingChanged', {})
  await tx.delete(secondFactor).where(eq(secondFactor.userId, id))
  await writeAccount(tx, actor, context.now(), held, { twoFactorEnabled: false })
  return { answer: null, events: [{ kind: 'secondFactorRemoved', values: { username, name } }] }
}
