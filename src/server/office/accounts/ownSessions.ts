import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { sessionPart } from '../../../contract/accounts/accountParts.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { session } from './accounts.tables.ts'

/** A session as listed. */
type ListedSession = z.output<typeof sessionPart>

/** Lists the active sessions of an account, latest first. */
export async function listSessions(
  { db, now }: AppContext,
  account: string,
  own: string,
): Promise<ListedSession[]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.userId, account), gt(session.expiresAt, now())))
    .orderBy(desc(session.lastSeenAt))
  return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    id,
    device: userAgent || '其他设备',
    since: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    own: id === own,
  }))
}

/** Ends another of the actor's own sessions, or all others. */
export async function endOwnSessions(
  tx: Transaction,
  actor: Actor,
  one: string | undefined,
): Promise<Done<null> | Refusal> {
  const others = and(eq(session.userId, actor.id), ne(session.id, actor.session))
  const ended = await tx
    .delete(session)
    .where(one === undefined ? others : and(others, eq(session.id, one)))
    .returning({ id: session.id })
  if (ended.length === 0) return refuse('notFound', { what: '其他登录会话' })
  return { answer: null, events: [{ kind: 'ownSessionsEnded', values: { count: ended.length } }] }
}
