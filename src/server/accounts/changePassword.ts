import { and, desc, eq, ne } from 'drizzle-orm'
import { hashPassword } from 'better-auth/crypto'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Actor } from '../platform/access/actor.ts'
import { type Change, openChange } from '../platform/change/change.ts'
import { findByUsername, replaceHash } from './accounts.store.ts'
import { account, pastPassword, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { checkPassword } from './checkPassword.ts'
import { isDemoAccount } from './demoAccounts.ts'
import { checkPasswordRules } from './passwordRules.ts'
import { guardKey } from './signIn.ts'
import { clearFailures, countFailure, LOCK_MINUTES, minutesLocked } from './signInGuard.ts'

/** 最近几个用过的口令不得再用. */
export const REMEMBERED = 5

/** 修改自己的口令: the present one must be right (wrong ones count as failed sign-ins do), the new one good and not of the last five; other sessions end. */
export async function changePassword(
  room: AccountsRoom,
  actor: Actor,
  change: Change,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Refusal | undefined> {
  const { house } = room
  if (house.demo && isDemoAccount(actor.username)) return refuse('demoAccountKept', {})
  const guard = guardKey(room, actor.username)
  const locked = await minutesLocked(house.db, guard, house.now())
  if (locked > 0) return refuse('signInLocked', { minutes: locked })
  const found = await findByUsername(house.db, actor.username)
  if (found === undefined || !(await checkPassword(found.hash, current))) return countWrong(room, actor, guard)
  const weak = checkPasswordRules(next, actor.username)
  if (weak !== undefined) return weak
  if (await isRemembered(room, actor.id, found.hash, next)) return refuse('passwordUsedBefore', { last: REMEMBERED })
  const hash = await hashPassword(next)
  const done = await change(async tx => {
    const now = house.now()
    await replaceHash(tx, actor.id, hash, now)
    await tx.insert(pastPassword).values({ account: actor.id, hash: found.hash, at: now })
    await tx.update(account).set({ mustChangePassword: false, updatedAt: now }).where(eq(account.id, actor.id))
    await tx.delete(session).where(and(eq(session.userId, actor.id), ne(session.id, actor.session)))
    await clearFailures(tx, guard)
    return { answer: null, events: [{ kind: 'passwordChanged', values: {} }] }
  })
  return isRefusal(done) ? done : undefined
}

/** Told apart from the change that was asked for: it stays although the answer is a refusal. */
async function countWrong({ house }: AccountsRoom, actor: Actor, guard: string): Promise<Refusal> {
  const { username } = actor
  const locks = await openChange(
    house,
    actor,
  )(async tx => {
    const locked = await countFailure(tx, guard, house.now())
    const failed = { kind: 'signInFailed', values: { username, why: 'password' } } as const
    return { answer: locked, events: locked ? [failed, { kind: 'accountLocked', values: { username, minutes: LOCK_MINUTES } }] : [failed] }
  })
  return locks === true ? refuse('signInLocked', { minutes: LOCK_MINUTES }) : refuse('passwordWrong', {})
}

async function isRemembered({ house }: AccountsRoom, id: string, hash: string, next: string): Promise<boolean> {
  const past = await house.db
    .select({ hash: pastPassword.hash })
    .from(pastPassword)
    .where(eq(pastPassword.account, id))
    .orderBy(desc(pastPassword.at))
    .limit(REMEMBERED - 1)
  const checks = await Promise.all([hash, ...past.map(each => each.hash)].map(each => checkPassword(each, next)))
  return checks.includes(true)
}
