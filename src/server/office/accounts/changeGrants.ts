import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Role, roleNames } from '../../../contract/access/roles.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { account, roleGrant } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { type HeldAccount, holdAccount, writeAccount } from './accountTarget.ts'
import { checkGrants, isAdministration } from './checkGrants.ts'
import { mayGrant } from './mayGrant.ts'
import { unitNames } from '../roster/unit.store.ts'

/** Grants and revokes roles so that the account holds exactly these; only the differences are checked, written and recorded in the trail. */
export async function changeGrants(
  { context }: AccountsRoom,
  tx: Transaction,
  actor: Actor,
  id: string,
  { grants, revision }: { readonly grants: readonly Grant[]; readonly revision: number },
): Promise<Done<null> | Refusal> {
  const held = await holdAccount(tx, actor, 'grantRoles', id, revision)
  if (isRefusal(held)) return held
  const [given, taken] = [without(grants, held.grants), without(held.grants, grants)]
  const refused =
    mayGrant(actor, [...given, ...taken]) ??
    checkGrants(grants) ??
    checkSort(held, given) ??
    (await checkLast(tx, held, taken))
  if (refused !== undefined) return refused
  const names = await unitNames(
    tx,
    [...given, ...taken].flatMap(grant => grant.unit ?? []),
  )
  const unknown = given.find(grant => grant.unit !== undefined && !names.has(grant.unit))
  if (unknown !== undefined) return refuse('noSuchUnit', { unit: unknown.unit! })
  for (const grant of taken) await tx.delete(roleGrant).where(isGrant(id, grant))
  const at = context.now()
  const rows = given.map(({ role, unit }) => ({
    account: id,
    role,
    unit: unit ?? null,
    grantedBy: actor.id,
    grantedAt: at,
  }))
  if (rows.length > 0) await tx.insert(roleGrant).values(rows)
  await writeAccount(tx, actor, at, held, {})
  const describe =
    (kind: 'roleGranted' | 'roleWithdrawn') =>
    (grant: Grant): TrailEvent =>
      eventOf(kind, held, grant, names)
  const [event, ...rest] = [...given.map(describe('roleGranted')), ...taken.map(describe('roleWithdrawn'))]
  return event === undefined ? refuse('nothingChanged', {}) : { answer: null, events: [event, ...rest] }
}

/** Checks that administrators' roles go only to accounts made for them, and other roles only to other accounts. */
function checkSort({ administers, username }: HeldAccount, given: readonly Grant[]): Refusal | undefined {
  const other = given.find(grant => isAdministration(grant.role) !== administers)
  if (other === undefined) return undefined
  return refuse(administers ? 'accountForAdministration' : 'accountForBusiness', {
    username,
    role: roleNames[other.role],
  })
}

/** Refuses to remove the last usable account of any of the three administrators' roles. */
export async function checkLast(
  tx: Transaction,
  { id }: HeldAccount,
  taken: readonly Grant[],
): Promise<Refusal | undefined> {
  for (const { role } of taken.filter(grant => isAdministration(grant.role))) {
    if (!(await hasAnother(tx, id, role))) return refuse('lastAdministrator', { role: roleNames[role] })
  }
  return undefined
}

async function hasAnother(tx: Transaction, id: string, role: Role): Promise<boolean> {
  const others = await tx
    .select({ id: account.id })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.account))
    .where(and(eq(roleGrant.role, role), ne(account.id, id), isNull(account.disabledAt)))
    .for('update')
  return others.length > 0
}

function without(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  return grants.filter(
    (grant, at) =>
      !others.some(other => isSame(grant, other)) && grants.findIndex(each => isSame(each, grant)) === at,
  )
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.unit === other.unit
}

function isGrant(id: string, { role, unit }: Grant) {
  return and(
    eq(roleGrant.account, id),
    eq(roleGrant.role, role),
    unit === undefined ? isNull(roleGrant.unit) : eq(roleGrant.unit, unit),
  )
}

function eventOf(
  kind: 'roleGranted' | 'roleWithdrawn',
  { username, name }: HeldAccount,
  { role, unit }: Grant,
  names: ReadonlyMap<string, string>,
): TrailEvent {
  const unitName = unit === undefined ? undefined : (names.get(unit) ?? unit)
  return {
    kind,
    values: { username, name, role, unitName },
    unit,
  }
}
