import { randomBytes } from 'node:crypto'
import { count } from 'drizzle-orm'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { account } from './accounts.tables.ts'
import { type Hashing, scryptHashing } from './hashing.ts'
import { makeAccount } from './makeAccount.ts'
import { oneTimePassword } from './oneTimePassword.ts'

/** The username of the first account. */
const FIRST_USERNAME = 'xitong'

/** The first account and its one-time password. */
export interface FirstAccount {
  readonly username: string
  readonly password: string
}

/**
 * Creates the first account if there is none: a system administrator with a one-time password, to be
 * printed once, who then makes the other two administrators and the first committee account. Otherwise
 * `undefined`.
 */
export async function createFirstAccount(
  context: AppContext,
  hashing: Hashing = scryptHashing,
): Promise<FirstAccount | undefined> {
  const [found] = await context.db.select({ n: count() }).from(account)
  if ((found?.n ?? 0) > 0) return undefined
  const password = oneTimePassword(randomBytes(32).toString('hex'), SYSTEM_ACTOR, 'first', FIRST_USERNAME)
  const first = {
    username: FIRST_USERNAME,
    name: '系统管理员',
    grants: [{ role: 'systemAdmin' as const }],
    hash: await hashing.hash(password),
  }
  const made = await createChange(
    context,
    SYSTEM_ACTOR,
  )(tx => makeAccount(context, tx, SYSTEM_ACTOR, { ...first, mustChangePassword: true }))
  // Of two processes that start together, the other was first and has printed its own.
  return isRefusal(made) ? undefined : { username: FIRST_USERNAME, password }
}
