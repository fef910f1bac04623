import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { insertAccount } from './accounts.store.ts'
import { roleGrant } from './accounts.tables.ts'
import { checkGrants, isAdministration } from './checkGrants.ts'
import { isUsername, normalUsername } from './username.ts'
import { unitNames } from '../roster/unit.store.ts'

/** A new account. `hash` is of its first password, computed before the transaction because it is slow. */
interface NewAccount {
  /** known before, where records name the account already. */
  readonly id?: string | undefined
  readonly username: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly hash: string
  readonly mustChangePassword: boolean
  /** an administrator's account, to which the role is granted later. */
  readonly administers?: boolean
}

/** Creates an account and returns its id; records one trail line for the account and one for each role. */
export async function makeAccount(
  { now, newId }: Pick<AppContext, 'now' | 'newId'>,
  tx: Transaction,
  by: Actor,
  { id: known, username: typed, name, grants, hash, mustChangePassword, administers }: NewAccount,
): Promise<Done<{ readonly id: string }> | Refusal> {
  const username = normalUsername(typed)
  if (!isUsername(username)) return refuse('usernameInvalid', { username: typed })
  const wrong = checkGrants(grants)
  if (wrong !== undefined) return wrong
  const names = await unitNames(
    tx,
    grants.flatMap(grant => grant.unit ?? []),
  )
  const unknown = grants.find(grant => grant.unit !== undefined && !names.has(grant.unit))
  if (unknown !== undefined) return refuse('noSuchUnit', { unit: unknown.unit! })
  const [id, at] = [known ?? newId(), now()]
  const row = {
    id,
    username,
    name,
    administers: administers ?? grants.some(grant => isAdministration(grant.role)),
    mustChangePassword,
    changedBy: by.name,
    email: `${id}@account.invalid`,
    createdAt: at,
    updatedAt: at,
  }
  if (!(await insertAccount(tx, row, hash, newId()))) return refuse('usernameTaken', { username })
  const rows = grants.map(({ role, unit }) => ({
    account: id,
    role,
    unit: unit ?? null,
    grantedBy: by.id,
    grantedAt: at,
  }))
  if (rows.length > 0) await tx.insert(roleGrant).values(rows)
  const granted = grants.map(({ role, unit }): TrailEvent => {
    const unitName = unit === undefined ? undefined : names.get(unit)
    const values = { username, name, role, unitName }
    return { kind: 'roleGranted', values, unit }
  })
  return { answer: { id }, events: [{ kind: 'accountMade', values: { username, name } }, ...granted] }
}
