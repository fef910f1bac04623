import { and, desc, eq, ne } from 'drizzle-orm'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { findByUsername, replaceHash } from './accounts.store.ts'
import { account, pastPassword, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { checkOwnPassword } from './checkOwnPassword.ts'
import { checkPassword } from './checkPassword.ts'
import { isDemoAccount } from './demoAccounts.ts'
import { guardKey } from './guardKey.ts'
import { checkPasswordRules } from './passwordRules.ts'
import { clearFailures } from './signInGuard.ts'

/** How many former passwords cannot be reused. */
export const REMEMBERED = 5

/** Changes the actor's own password: the current one must be right, the new one must follow the rules and not be one of the last five; other sessions end. */
export async function changePassword(
  room: AccountsRoom,
  actor: Actor,
  change: Change,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Refusal | undefined> {
  const { context } = room
  if (context.demo && isDemoAccount(actor.username)) return refuse('demoAccountKept', {})
  const refused = (await checkOwnPassword(room, actor, current)) ?? checkPasswordRules(next, actor.username)
  if (refused !== undefined) return refused
  const before = (await findByUsername(context.db, actor.username))!.hash
  if (await isRemembered(room, actor.id, before, next))
    return refuse('passwordUsedBefore', { last: REMEMBERED })
  const hash = await room.hashing.hash(next)
  const done = await change(async tx => {
    const now = context.now()
    await replaceHash(tx, actor.id, hash, now)
    await tx.insert(pastPassword).values({ account: actor.id, hash: before, at: now })
    await tx
      .update(account)
      .set({ mustChangePassword: false, updatedAt: now })
      .where(eq(account.id, actor.id))
    await tx.delete(session).where(and(eq(session.userId, actor.id), ne(session.id, actor.session)))
    await clearFailures(tx, guardKey(room, actor.username))
    return { answer: null, events: [{ kind: 'passwordChanged', values: {} }] }
  })
  return isRefusal(done) ? done : undefined
}

async function isRemembered(
  { context, hashing }: AccountsRoom,
  id: string,
  before: string,
  next: string,
): Promise<boolean> {
  const past = await context.db
    .select({ hash: pastPassword.hash })
    .from(pastPassword)
    .where(eq(pastPassword.account, id))
    .orderBy(desc(pastPassword.at))
    .limit(REMEMBERED - 1)
  const checks = await Promise.all(
    [before, ...past.map(each => each.hash)].map(each => checkPassword(hashing, each, next)),
  )
  return checks.includes(true)
}
