import { eq, sql } from 'drizzle-orm'
import type { FindActor } from '../../platform/appContext.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { account, roleGrant, session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'

/** Minutes of inactivity after which a new sign-in is required, unless the setting says otherwise. */
export const IDLE_MINUTES = 30

const SEEN_EVERY_MS = 60_000

const [MOST_KEPT, LONGEST_KEPT] = [5_000, 2_000]

/** Creates the actor lookup: session, account and roles; no actor if the session is unknown, idle too long or too old, or the account is disabled. */
export function createFindActor({ context, auth }: AccountsRoom): FindActor {
  const tokens = new Map<string, string>()
  /** A signature holds as long as the secret: cookies are checked once. */
  const tokenIn = async (cookies: string, headers: Headers) => {
    const known = tokens.get(cookies)
    if (known !== undefined) return known
    const { token } = await auth.api.readToken({ headers })
    if (token === undefined || cookies.length > LONGEST_KEPT) return token
    if (tokens.size >= MOST_KEPT) tokens.delete(tokens.keys().next().value!)
    tokens.set(cookies, token)
    return token
  }
  return async headers => {
    const cookies = headers.get('cookie') ?? ''
    if (!cookies.includes('hengping.session_token=')) return undefined
    const token = await tokenIn(cookies, headers)
    const found = token === undefined ? undefined : await readSession(context.db, token)
    const now = context.now().getTime()
    if (found === undefined || found.expiresAt <= now) return undefined
    const unseen = now - found.lastSeenAt
    if (unseen > found.idle * 60_000) return undefined
    if (unseen > SEEN_EVERY_MS) {
      found.lastSeenAt = now
      await context.db
        .update(session)
        .set({ lastSeenAt: new Date(now) })
        .where(eq(session.id, found.actor.session))
    }
    return found.actor
  }
}

/** A session in use: whose it is, and its times in milliseconds. */
interface LiveSession {
  readonly actor: Actor
  readonly expiresAt: number
  /** minutes without use after which it ends. */
  readonly idle: number
  lastSeenAt: number
}

const readSession = rememberRead(
  ['session', 'account', 'role_grant', 'setting'],
  MOST_KEPT,
  async (db: Database, token: string): Promise<LiveSession | undefined> => {
    const rows = await db
      .select({ session, account, role: roleGrant.role, unit: roleGrant.unit, idle: IDLE })
      .from(session)
      .innerJoin(account, eq(account.id, session.userId))
      .leftJoin(roleGrant, eq(roleGrant.account, account.id))
      .where(eq(session.token, token))
    const [first] = rows
    if (first === undefined || first.account.disabledAt !== null) return undefined
    const { id, name, username, mustChangePassword } = first.account
    const grants = rows.flatMap(({ role, unit }) =>
      role === null ? [] : [unit === null ? { role } : { role, unit }],
    )
    return {
      actor: { id, name, username, grants, session: first.session.id, mustChangePassword },
      expiresAt: first.session.expiresAt.getTime(),
      idle: first.idle,
      lastSeenAt: first.session.lastSeenAt.getTime(),
    }
  },
)

const IDLE = sql<number>`coalesce((select (value #>> '{}')::int from setting where key = 'idleMinutes'), ${sql.raw(String(IDLE_MINUTES))})`
