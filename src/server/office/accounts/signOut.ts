import { eq } from 'drizzle-orm'
import type { Actor } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import { session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'

/** Signs out: ends this session. Takes no request key, since signing out twice does no harm. */
export async function signOut({ context }: AccountsRoom, actor: Actor): Promise<void> {
  await createChange(
    context,
    actor,
  )(async tx => {
    await tx.delete(session).where(eq(session.id, actor.session))
    return { answer: null, events: [{ kind: 'signedOut', values: {} }] }
  })
}
