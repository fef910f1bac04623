import { and, count, inArray, isNull, eq } from 'drizzle-orm'
import { roleNames } from '../../../contract/access/roles.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { account, roleGrant } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { makeAccount } from './makeAccount.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import type { OpenedAccount } from './createNewAccount.ts'
import { normalUsername } from './username.ts'

/** The roles of the first accounts. */
const ROLES = ['securityAdmin', 'auditAdmin', 'committee'] as const

type Asked = Readonly<Record<(typeof ROLES)[number], { readonly username: string; readonly name: string }>>

/** Sets up the three administrators (三员) once: the first system administrator makes the other two and the first committee account; from then on each keeps to its own duties. */
export async function setUpAdministration(
  { context, secret, hashing }: AccountsRoom,
  actor: Actor,
  change: Change,
  key: string,
  asked: Asked,
): Promise<{ made: (OpenedAccount & { roleName: string })[] } | Refusal> {
  const accounts = ROLES.map(role => {
    const username = normalUsername(asked[role].username)
    return { role, username, name: asked[role].name, password: oneTimePassword(secret, actor, key, username) }
  })
  const hashes = await Promise.all(accounts.map(({ password }) => hashing.hash(password)))
  const ids = await change(async tx => {
    if (await isSetUp(tx)) return refuse('administrationSetUp', {})
    const made: string[] = []
    const events: TrailEvent[] = [{ kind: 'administrationSetUp', values: {} }]
    for (const [at, { role, username, name }] of accounts.entries()) {
      const done = await makeAccount(context, tx, actor, {
        username,
        name,
        grants: [{ role }],
        hash: hashes[at]!,
        mustChangePassword: true,
      })
      if (isRefusal(done)) return done
      made.push(done.answer.id)
      events.push(...done.events)
    }
    return { answer: made, events: [events[0]!, ...events.slice(1)] }
  })
  if (isRefusal(ids)) return ids
  return {
    made: accounts.map(({ role, username, name, password }, at) => ({
      id: ids[at]!,
      username,
      name,
      password,
      roleName: roleNames[role],
    })),
  }
}

async function isSetUp(tx: Transaction): Promise<boolean> {
  // One at a time, so that two first administrators in two windows do not make four.
  await tx.select({ id: account.id }).from(account).where(eq(account.administers, true)).for('update')
  const [found] = await tx
    .select({ n: count() })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.account))
    .where(and(inArray(roleGrant.role, ['securityAdmin', 'auditAdmin']), isNull(account.disabledAt)))
  return (found?.n ?? 0) > 0
}
