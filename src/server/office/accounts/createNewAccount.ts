import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { makeAccount } from './makeAccount.ts'
import { mayGrant } from './mayGrant.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import { normalUsername } from './username.ts'

/** The one-time password of a new account, returned once. */
export interface OpenedAccount {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly password: string
}

/** Opens one account. The committee grants its roles at once; the system administrator leaves them to the security administrator. */
export async function createNewAccount(
  { context, secret, hashing }: AccountsRoom,
  actor: Actor,
  change: Change,
  key: string,
  {
    username: typed,
    name,
    administers,
    grants,
  }: {
    readonly username: string
    readonly name: string
    readonly administers: boolean
    readonly grants: readonly Grant[]
  },
): Promise<OpenedAccount | Refusal> {
  const isSystemAdmin = actor.grants.some(grant => grant.role === 'systemAdmin')
  const beyond = mayGrant(actor, grants)
  if (beyond !== undefined) return beyond
  if (!isSystemAdmin && (administers || grants.length === 0)) return refuse('accountNeedsRole', {})
  const username = normalUsername(typed)
  const password = oneTimePassword(secret, actor, key, username)
  const hash = await hashing.hash(password)
  const made = await change(tx =>
    makeAccount(context, tx, actor, { username, name, grants, hash, mustChangePassword: true, administers }),
  )
  return isRefusal(made) ? made : { id: made.id, username, name, password }
}
