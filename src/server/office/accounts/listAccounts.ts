import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { accountPart } from '../../../contract/accounts/accountParts.ts'
import { type Role, roleNames } from '../../../contract/access/roles.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { account, roleGrant } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { guardName, locksByName } from './signInGuard.ts'
import { unitNames } from '../roster/unit.store.ts'

/** An account as listed. */
export type ListedAccount = z.output<typeof accountPart>

/** Lists all accounts, or one, sorted by name. */
export async function listAccounts(room: AccountsRoom, only?: string): Promise<readonly ListedAccount[]> {
  const { db, now } = room.context
  const rows = await db
    .select({ account, sessions: sessionsOf(now()) })
    .from(account)
    .where(only === undefined ? undefined : eq(account.id, only))
  const grants = await grantsByAccount(room.context, only)
  const locks = await locksByName(room.context.db, room.context.now())
  const listed = rows.map(({ account: row, sessions }): ListedAccount => ({
    id: row.id,
    username: row.username,
    name: row.name,
    administers: row.administers,
    grants: grants.get(row.id) ?? [],
    state: row.disabledAt !== null ? 'disabled' : row.lastSignedInAt === null ? 'new' : 'active',
    lockedMinutes: locks.get(guardName(room, row.username)) ?? 0,
    secondFactor: row.twoFactorEnabled,
    sessions,
    lastSignedInAt: row.lastSignedInAt === null ? undefined : row.lastSignedInAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    revision: row.revision,
  }))
  return listed.toSorted(
    (one, other) => collator.compare(one.name, other.name) || collator.compare(one.username, other.username),
  )
}

/** Counts the usable accounts of each administrator's role (三员) and of the organisers of the appraisal (组织考核者). */
export function staffingOf(
  accounts: readonly ListedAccount[],
): { role: Role; roleName: string; count: number }[] {
  return (['systemAdmin', 'securityAdmin', 'auditAdmin', 'committee'] as const).map(role => ({
    role,
    roleName: roleNames[role],
    count: accounts.filter(
      each => each.state !== 'disabled' && each.grants.some(grant => grant.role === role),
    ).length,
  }))
}

const collator = new Intl.Collator('zh', { numeric: true })

/** Written as SQL: in a query of one table, drizzle omits the table name before a column. */
function sessionsOf(now: Date) {
  return sql<number>`(select count(*)::int from session s where s.user_id = account.id and s.expires_at > ${now.toISOString()}::timestamptz)`
}

async function grantsByAccount(
  { db }: AppContext,
  only: string | undefined,
): Promise<ReadonlyMap<string, ListedAccount['grants']>> {
  const rows = await db
    .select({ account: roleGrant.account, role: roleGrant.role, unit: roleGrant.unit })
    .from(roleGrant)
    .where(only === undefined ? undefined : eq(roleGrant.account, only))
  const names = await unitNames(
    db,
    rows.flatMap(row => row.unit ?? []),
  )
  const grants = new Map<string, ListedAccount['grants']>()
  for (const { account: id, role, unit } of rows) {
    const unitName = unit === null ? undefined : names.get(unit)
    const grant = {
      role,
      roleName: roleNames[role],
      unit: unit ?? undefined,
      unitName,
    }
    grants.set(id, [...(grants.get(id) ?? []), grant])
  }
  return grants
}
