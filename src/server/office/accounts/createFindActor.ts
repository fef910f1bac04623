import { eq, sql } from 'drizzle-orm'
import type { FindActor } from '../../platform/appContext.ts'
import { account, roleGrant, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'

/** Minutes of inactivity after which a new sign-in is required, unless the setting says otherwise. */
export const IDLE_MINUTES = 30

const SEEN_EVERY_MS = 60_000

/** Creates the actor lookup: one query for session, account and roles; no actor if the session is unknown, idle too long or too old, or the account is disabled. */
export function createFindActor({ context, auth }: AccountsRoom): FindActor {
  return async headers => {
    if (headers.get('cookie')?.includes('hengping.session_token=') !== true) return undefined
    const { token } = await auth.api.readToken({ headers })
    if (token === undefined) return undefined
    const rows = await context.db
      .select({ session, account, role: roleGrant.role, unit: roleGrant.unit, idle: IDLE })
      .from(session)
      .innerJoin(account, eq(account.id, session.userId))
      .leftJoin(roleGrant, eq(roleGrant.account, account.id))
      .where(eq(session.token, token))
    const [first] = rows
    const now = context.now().getTime()
    if (first === undefined || first.account.disabledAt !== null || first.session.expiresAt.getTime() <= now)
      return undefined
    const unseen = now - first.session.lastSeenAt.getTime()
    if (unseen > first.idle * 60_000) return undefined
    if (unseen > SEEN_EVERY_MS)
      await context.db
        .update(session)
        .set({ lastSeenAt: context.now() })
        .where(eq(session.id, first.session.id))
    const { id, name, username, mustChangePassword } = first.account
    const grants = rows.flatMap(({ role, unit }) =>
      role === null ? [] : [unit === null ? { role } : { role, unit }],
    )
    return { id, name, username, grants, session: first.session.id, mustChangePassword }
  }
}

const IDLE = sql<number>`coalesce((select (value #>> '{}')::int from setting where key = 'idleMinutes'), ${sql.raw(String(IDLE_MINUTES))})`
