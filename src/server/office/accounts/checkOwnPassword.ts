import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import { findByUsername } from './accounts.store.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { checkPassword } from './checkPassword.ts'
import { countFailure, guardOf, LOCK_MINUTES, minutesLocked } from './signInGuard.ts'

/** Checks the actor's own password again before acts that an unattended screen must not allow; wrong passwords lock it as failed sign-ins do. */
export async function checkOwnPassword(
  room: AccountsRoom,
  actor: Actor,
  password: string,
): Promise<Refusal | undefined> {
  const { context } = room
  const guard = guardOf(room, actor.username, `session of ${actor.id}`)
  const locked = await minutesLocked(context.db, guard, context.now())
  if (locked > 0) return refuse('signInLocked', { minutes: locked })
  const found = await findByUsername(context.db, actor.username)
  if (await checkPassword(room.hashing, found?.hash, password)) return undefined
  // Told apart from the change that was asked for: it stays although the answer is a refusal.
  const { username } = actor
  const locks = await createChange(
    context,
    actor,
  )(async tx => {
    const failed = { kind: 'signInFailed', values: { username, why: 'password' } } as const
    if (!(await countFailure(tx, guard, context.now()))) return { answer: false, events: [failed] }
    return {
      answer: true,
      events: [failed, { kind: 'accountLocked', values: { username, minutes: LOCK_MINUTES } }],
    }
  })
  return locks === true ? refuse('signInLocked', { minutes: LOCK_MINUTES }) : refuse('passwordWrong', {})
}
