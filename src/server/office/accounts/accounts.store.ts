import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Grant } from '../../platform/access/actor.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { account, credential, roleGrant } from './accounts.tables.ts'

/** One row of the account table. */
export type AccountRow = typeof account.$inferSelect

type Reads = Database | Transaction

/** The provider of password credentials, as better-auth names it. */
const BY_PASSWORD = 'credential'

/** An account with its password hash and when that was set. */
interface FoundAccount {
  readonly account: AccountRow
  readonly hash: string
  readonly givenAt: Date
}

/** Finds an account and its password hash by username. */
export async function findByUsername(db: Reads, username: string): Promise<FoundAccount | undefined> {
  const [found] = await db
    .select({ account, hash: credential.password, givenAt: credential.updatedAt })
    .from(account)
    .innerJoin(credential, and(eq(credential.userId, account.id), eq(credential.providerId, BY_PASSWORD)))
    .where(eq(account.username, username))
  return found === undefined || found.hash === null ? undefined : { ...found, hash: found.hash }
}

/** Reads the usernames of all accounts. */
export async function findUsernames(db: Reads): Promise<ReadonlySet<string>> {
  return new Set((await db.select({ of: account.username }).from(account)).map(({ of }) => of))
}

/** Reads the grants of an account. */
export async function readGrants(db: Reads, id: string): Promise<readonly Grant[]> {
  const rows = await db
    .select({ role: roleGrant.role, unit: roleGrant.unit })
    .from(roleGrant)
    .where(eq(roleGrant.account, id))
  return rows.map(({ role, unit }) => (unit === null ? { role } : { role, unit }))
}

/** Whether an enabled account other than these has the role, for the unit if one is named. */
export async function hasOtherAccount(
  db: Reads,
  than: string | readonly string[],
  { role, unit }: Grant,
): Promise<boolean> {
  const found = await db
    .select({ id: account.id })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.account))
    .where(
      and(
        eq(roleGrant.role, role),
        unit === undefined ? undefined : eq(roleGrant.unit, unit),
        notInArray(account.id, [than].flat()),
        isNull(account.disabledAt),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** Reads the ids of the enabled accounts that have a role. */
export async function readHolders(db: Reads, role: Grant['role']): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ id: account.id })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.account))
    .where(and(eq(roleGrant.role, role), isNull(account.disabledAt)))
  return rows.map(({ id }) => id)
}

/** Inserts a new account and its password; false when the username is taken. */
export async function insertAccount(
  tx: Transaction,
  row: typeof account.$inferInsert,
  hash: string,
  credentialId: string,
): Promise<boolean> {
  const made = await tx.insert(account).values(row).onConflictDoNothing().returning({ id: account.id })
  if (made.length === 0) return false
  const { id, createdAt, updatedAt } = row
  await tx.insert(credential).values({
    id: credentialId,
    userId: id,
    accountId: id,
    providerId: BY_PASSWORD,
    password: hash,
    createdAt,
    updatedAt,
  })
  return true
}

/** Replaces the hash of a password. */
export async function replaceHash(tx: Transaction, id: string, hash: string, now: Date): Promise<void> {
  await tx
    .update(credential)
    .set({ password: hash, updatedAt: now })
    .where(and(eq(credential.userId, id), eq(credential.providerId, BY_PASSWORD)))
}

/** Returns the names of accounts by their ids. */
export async function accountNames(db: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
