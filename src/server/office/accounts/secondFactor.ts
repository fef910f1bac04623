import { eq } from 'drizzle-orm'
import { isAPIError } from 'better-auth/api'
import { toString as toQr } from 'qrcode'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { account } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { isDemoAccount } from './demoAccounts.ts'
import { joinTransaction } from './joinTransaction.ts'
import { useCode } from './oneTimeCode.ts'
import { checkOwnPassword } from './checkOwnPassword.ts'

/** An act on one's own account: the actor, with the request's cookies and write function. */
interface OwnAct {
  readonly actor: Actor
  readonly headers: Headers
  readonly change: Change
}

/** The key of a second factor, returned once: as a QR picture and as text. */
interface SecondFactorKey {
  readonly qr: string
  readonly uri: string
  readonly key: string
  readonly codes: string[]
}

/** Begins setting up a second factor; it is not asked for until confirmed. */
export async function beginSecondFactor(
  room: AccountsRoom,
  { actor, headers, change }: OwnAct,
  password: string,
): Promise<SecondFactorKey | Refusal> {
  const wrong = await refuseAct(room, actor, password)
  if (wrong !== undefined) return wrong
  let told: { readonly totpURI: string; readonly backupCodes: string[] } | undefined
  const done = await change(async tx => {
    const [row] = await tx
      .select({ on: account.twoFactorEnabled })
      .from(account)
      .where(eq(account.id, actor.id))
      .for('update')
    if (row?.on === true) return refuse('secondFactorOn', {})
    const begun = await joinTransaction(tx, () =>
      room.auth.api.enableTwoFactor({ headers, body: { password, method: 'totp' } }),
    )
    if (begun.method === 'totp') told = begun
    return { answer: null, events: [{ kind: 'secondFactorBegun', values: {} }] }
  })
  if (isRefusal(done)) return done
  if (told === undefined) return refuse('toldOnce', {})
  const key = new URL(told.totpURI).searchParams.get('secret')!
  const uri = `otpauth://totp/${encodeURIComponent(`衡评:${actor.username}`)}?${new URLSearchParams({ secret: key, issuer: '衡评' }).toString()}`
  return {
    qr: await toQr(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    uri,
    key,
    codes: told.backupCodes,
  }
}

/** Confirms a second factor with a code from the phone. Returns the cookies of the continuing session. */
export async function confirmSecondFactor(
  room: AccountsRoom,
  { actor, headers, change }: OwnAct,
  typed: string,
): Promise<readonly string[] | Refusal> {
  let cookies: readonly string[] = []
  const code = typed.replace(/\s/g, '')
  const done = await change(async tx => {
    const verified = await orNothing(() =>
      joinTransaction(tx, () => room.auth.api.verifyTOTP({ headers, body: { code }, returnHeaders: true })),
    )
    if (verified === undefined || !(await useCode(room, tx, actor.id, code)))
      return refuse('secondFactorWrong', {})
    cookies = verified.headers.getSetCookie()
    return { answer: null, events: [{ kind: 'secondFactorOn', values: {} }] }
  })
  return isRefusal(done) ? done : cookies
}

/** Replaces the recovery codes; the former ones become void. */
export async function renewCodes(
  room: AccountsRoom,
  { actor, headers, change }: OwnAct,
  password: string,
): Promise<string[] | Refusal> {
  const wrong = await refuseAct(room, actor, password)
  if (wrong !== undefined) return wrong
  let codes: string[] | undefined
  const done = await change(async tx => {
    const renewed = await orNothing(() =>
      joinTransaction(tx, () => room.auth.api.generateBackupCodes({ headers, body: { password } })),
    )
    if (renewed === undefined) return refuse('secondFactorOff', {})
    codes = renewed.backupCodes
    return { answer: null, events: [{ kind: 'recoveryCodesRenewed', values: {} }] }
  })
  return isRefusal(done) ? done : (codes ?? refuse('toldOnce', {}))
}

/** Removes one's own second factor. Returns the cookies of the continuing session. */
export async function endSecondFactor(
  room: AccountsRoom,
  { actor, headers, change }: OwnAct,
  password: string,
): Promise<readonly string[] | Refusal> {
  const wrong = await refuseAct(room, actor, password)
  if (wrong !== undefined) return wrong
  let cookies: readonly string[] = []
  const done = await change(async tx => {
    const [row] = await tx
      .select({ on: account.twoFactorEnabled })
      .from(account)
      .where(eq(account.id, actor.id))
      .for('update')
    if (row?.on !== true) return refuse('secondFactorOff', {})
    const ended = await joinTransaction(tx, () =>
      room.auth.api.disableTwoFactor({ headers, body: { password }, returnHeaders: true }),
    )
    cookies = ended.headers.getSetCookie()
    return { answer: null, events: [{ kind: 'secondFactorEnded', values: {} }] }
  })
  return isRefusal(done) ? done : cookies
}

async function refuseAct(room: AccountsRoom, actor: Actor, password: string): Promise<Refusal | undefined> {
  if (room.context.demo && isDemoAccount(actor.username)) return refuse('demoAccountKept', {})
  return checkOwnPassword(room, actor, password)
}

/** Returns `undefined` if the library refuses; any other error is a fault. */
async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isAPIError(error)) return undefined
    throw error
  }
}
