import { desc, eq } from 'drizzle-orm'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { findByUsername, replaceHash } from './accounts.store.ts'
import { account, pastPassword, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { checkOwnPassword } from './checkOwnPassword.ts'
import { checkPassword } from './checkPassword.ts'
import { isDemoAccount } from './demoAccounts.ts'
import { joinTransaction } from './joinTransaction.ts'
import { checkPasswordRules } from './passwordRules.ts'
import { clearName, guardName } from './signInGuard.ts'

/** How many former passwords cannot be reused. */
export const REMEMBERED = 5

/** Changes the actor's own password: the current one must be right, the new one must follow the rules and not be one of the last five; other sessions end, and this one goes on under a new token, whose cookies are returned. */
export async function changePassword(
  room: AccountsRoom,
  actor: Actor,
  change: Change,
  { current, next, device }: { readonly current: string; readonly next: string; readonly device: string },
): Promise<readonly string[] | Refusal> {
  const { context } = room
  if (context.demo && isDemoAccount(actor.username)) return refuse('demoAccountKept', {})
  const refused = (await checkOwnPassword(room, actor, current)) ?? checkPasswordRules(next, actor.username)
  if (refused !== undefined) return refused
  const before = (await findByUsername(context.db, actor.username))!.hash
  if (await isRemembered(room, actor.id, before, next))
    return refuse('passwordUsedBefore', { last: REMEMBERED })
  const hash = await room.hashing.hash(next)
  let cookies: readonly string[] = []
  const done = await change(async tx => {
    const now = context.now()
    await replaceHash(tx, actor.id, hash, now)
    await tx.insert(pastPassword).values({ account: actor.id, hash: before, at: now })
    await tx
      .update(account)
      .set({ mustChangePassword: false, updatedAt: now })
      .where(eq(account.id, actor.id))
    const ended = await tx
      .delete(session)
      .where(eq(session.userId, actor.id))
      .returning({ id: session.id, until: session.expiresAt })
    const until = ended.find(one => one.id === actor.session)!.until
    const opened = await joinTransaction(tx, () =>
      room.auth.api.openSession({
        body: { account: actor.id, device, at: now, until },
        returnHeaders: true,
      }),
    )
    cookies = opened.headers.getSetCookie()
    await clearName(tx, guardName(room, actor.username))
    return { answer: null, events: [{ kind: 'passwordChanged', values: {} }] }
  })
  return isRefusal(done) ? done : cookies
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
