import { roleNames } from '../../../contract/access/roles.ts'
import type { RefusedRow } from '../../../contract/shape/listImport.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Change, Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { makeAccount } from './makeAccount.ts'
import { mayGrant } from './mayGrant.ts'
import { oneTimePassword } from './oneTimePassword.ts'
import type { OpenedAccount } from './createNewAccount.ts'
import { normalUsername } from './username.ts'
import { unitNames } from '../roster/unit.store.ts'

/** An account to be opened. */
interface AskedAccount {
  readonly username: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** The result of opening several accounts. */
interface OpenedMany {
  readonly made: (OpenedAccount & { readonly unitName?: string; readonly roleName: string })[]
  readonly refused: RefusedRow[]
}

interface Kept {
  readonly made: readonly { readonly row: number; readonly id: string }[]
  readonly refused: RefusedRow[]
}

/** Opens several accounts: each row that cannot be opened is refused with its reason, the others are opened. Their passwords are returned, not stored. */
export async function createManyAccounts(
  { context, secret, hashing }: AccountsRoom,
  actor: Actor,
  change: Change,
  key: string,
  asked: readonly AskedAccount[],
): Promise<OpenedMany | Refusal> {
  const accounts = asked.map(each => ({ ...each, username: normalUsername(each.username) }))
  const beyond = mayGrant(
    actor,
    accounts.flatMap(each => each.grants),
  )
  if (beyond !== undefined) return beyond
  const passwords = accounts.map(({ username }) => oneTimePassword(secret, actor, key, username))
  const hashes = await Promise.all(passwords.map(each => hashing.hash(each)))
  const kept = await change(tx => makeAll(context, tx, actor, accounts, hashes))
  if (isRefusal(kept)) return kept
  const names = await unitNames(
    context.db,
    accounts.flatMap(each => each.grants.flatMap(grant => grant.unit ?? [])),
  )
  const made = kept.made.map(({ row, id }) => {
    const { username, name, grants } = accounts[row - 1]!
    const unitName = names.get(grants[0]?.unit ?? '')
    const roleName = [...new Set(grants.map(grant => roleNames[grant.role]))].join('、')
    return {
      id,
      username,
      name,
      password: passwords[row - 1]!,
      roleName,
      unitName,
    }
  })
  return { made, refused: kept.refused }
}

async function makeAll(
  context: AccountsRoom['context'],
  tx: Transaction,
  actor: Actor,
  accounts: readonly AskedAccount[],
  hashes: readonly string[],
): Promise<Done<Kept> | Refusal> {
  const made: { row: number; id: string }[] = []
  const refused: RefusedRow[] = []
  const events: TrailEvent[] = []
  let first: Refusal | undefined
  for (const [at, { username, name, grants }] of accounts.entries()) {
    const done = await makeAccount(context, tx, actor, {
      username,
      name,
      grants,
      hash: hashes[at]!,
      mustChangePassword: true,
    })
    if (isRefusal(done)) {
      first ??= done
      refused.push({ row: at + 1, reason: sentenceOfRefusal(done) })
    } else {
      made.push({ row: at + 1, id: done.answer.id })
      events.push(...done.events)
    }
  }
  const [event, ...rest] = events
  return event === undefined ? first! : { answer: { made, refused }, events: [event, ...rest] }
}
