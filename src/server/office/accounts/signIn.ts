import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { OUTSIDER, type Actor } from '../../platform/access/actor.ts'
import { type Done, createChange } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { eq } from 'drizzle-orm'
import { account as accounts } from './accounts.tables.ts'
import { type AccountRow, findByUsername } from './accounts.store.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { checkPassword } from './checkPassword.ts'
import { checkSecondFactor } from './checkSecondFactor.ts'
import { joinTransaction } from './joinTransaction.ts'
import { ONE_TIME_DAYS } from './oneTimePassword.ts'
import { LONGEST_SESSION_S } from './createAuth.ts'
import {
  clearFailures,
  countFailure,
  type Guard,
  guardOf,
  LOCK_MINUTES,
  minutesLocked,
  MOST_FAILURES,
} from './signInGuard.ts'
import { normalUsername } from './username.ts'

/** What was entered to sign in. */
interface SignInEntry {
  readonly username: string
  readonly password: string
  readonly code?: string | undefined
}

/** Where a sign-in comes from: the kind of device in words, and the place by which failures are counted. */
interface SignInFrom {
  readonly device: string
  readonly place: string
}

type Outcome = { readonly cookies: readonly string[] } | { readonly refused: Refusal }

/**
 * Signs in: returns the cookies of a new session, or a refusal. The password is checked before the
 * transaction, taking the same time for unknown usernames; a failure is counted and recorded in the
 * trail, so it does not roll back.
 */
export async function signIn(
  room: AccountsRoom,
  entry: SignInEntry,
  { device, place }: SignInFrom,
): Promise<readonly string[] | Refusal> {
  const { context } = room
  const username = normalUsername(entry.username)
  const guard = guardOf(room, username, place)
  const found = await findByUsername(context.db, username)
  const right = await checkPassword(room.hashing, found?.hash, entry.password)
  const locked = await minutesLocked(context.db, guard, context.now())
  if (locked > 0) return refuse('signInLocked', { minutes: locked })
  const account = found?.account
  const actor = right && account !== undefined ? actorOf(account) : OUTSIDER
  const outcome = await createChange(
    context,
    actor,
  )<Outcome>(async tx => {
    if (account === undefined || !right)
      return fail(tx, guard, account, 'password', context.now(), refuse('signInWrong', WRONG))
    if (account.disabledAt !== null) return told(account, 'disabled', refuse('accountDisabled', {}))
    if (hasExpired(account, found!.givenAt, context.now()))
      return told(account, 'expired', refuse('oneTimePasswordExpired', { days: ONE_TIME_DAYS }))
    return joinTransaction(tx, () => enter(room, tx, account, guard, entry, device))
  })
  if (isRefusal(outcome)) return outcome
  return 'refused' in outcome ? outcome.refused : outcome.cookies
}

const WRONG = { most: MOST_FAILURES, minutes: LOCK_MINUTES }

async function enter(
  room: AccountsRoom,
  tx: Transaction,
  account: AccountRow,
  guard: Guard,
  { code }: SignInEntry,
  device: string,
): Promise<Done<Outcome> | Refusal> {
  const now = room.context.now()
  if (account.twoFactorEnabled && code === undefined) return refuse('secondFactorMissing', {})
  const until = new Date(now.getTime() + LONGEST_SESSION_S * 1000)
  const opened = await room.auth.api.openSession({
    body: { account: account.id, device, at: now, until },
    returnHeaders: true,
  })
  const cookies = opened.headers.getSetCookie()
  if (
    account.twoFactorEnabled &&
    !(await checkSecondFactor(room, tx, account.id, { token: opened.response.token, cookies }, code!))
  ) {
    return fail(tx, guard, account, 'code', now, refuse('secondFactorWrong', {}))
  }
  await clearFailures(tx, guard)
  await tx.update(accounts).set({ lastSignedInAt: now }).where(eq(accounts.id, account.id))
  return { answer: { cookies }, events: [{ kind: 'signedIn', values: { device } }] }
}

async function fail(
  tx: Transaction,
  guard: Guard,
  account: AccountRow | undefined,
  why: 'password' | 'code',
  now: Date,
  refused: Refusal,
): Promise<Done<Outcome>> {
  const who = account === undefined ? {} : { username: account.username }
  const events: [TrailEvent, ...TrailEvent[]] = [{ kind: 'signInFailed', values: { ...who, why } }]
  if (!(await countFailure(tx, guard, now))) return { answer: { refused }, events }
  events.push({ kind: 'accountLocked', values: { ...who, minutes: LOCK_MINUTES } })
  return { answer: { refused: refuse('signInLocked', { minutes: LOCK_MINUTES }) }, events }
}

/** Whether a one-time password has expired: unused for a month. */
function hasExpired({ mustChangePassword }: AccountRow, givenAt: Date, now: Date): boolean {
  return mustChangePassword && now.getTime() - givenAt.getTime() > ONE_TIME_DAYS * 24 * 3_600_000
}

function told({ username }: AccountRow, why: 'disabled' | 'expired', refused: Refusal): Done<Outcome> {
  return { answer: { refused }, events: [{ kind: 'signInFailed', values: { username, why } }] }
}

function actorOf({ id, name, username, mustChangePassword }: AccountRow): Actor {
  return { id, name, username, grants: [], session: '', mustChangePassword }
}
