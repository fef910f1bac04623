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
import { checkOwnPassword } from './checkOwnPassword.ts'

/** 本人的一次操作: who, with the request's cookies and its way to write. */
export interface OwnAct {
  readonly actor: Actor
  readonly headers: Headers
  readonly change: Change
}

/** 动态验证码的密钥, told once: as a picture to scan, and to type in. */
export interface SecondFactorKey {
  readonly qr: string
  readonly uri: string
  readonly key: string
  readonly codes: string[]
}

/** 开始设置动态验证码; nothing asks for it until it is confirmed. */
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

/** 启用动态验证码: the code on the phone is right. Gives the cookies of the session that goes on. */
export async function confirmSecondFactor(
  { auth }: AccountsRoom,
  { headers, change }: OwnAct,
  code: string,
): Promise<readonly string[] | Refusal> {
  let cookies: readonly string[] = []
  const done = await change(async tx => {
    const verified = await orNothing(() =>
      joinTransaction(tx, () =>
        auth.api.verifyTOTP({ headers, body: { code: code.replace(/\s/g, '') }, returnHeaders: true }),
      ),
    )
    if (verified === undefined) return refuse('secondFactorWrong', {})
    cookies = verified.headers.getSetCookie()
    return { answer: null, events: [{ kind: 'secondFactorOn', values: {} }] }
  })
  return isRefusal(done) ? done : cookies
}

/** 换一组恢复码; the former ones are void. */
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

/** 停用动态验证码. Gives the cookies of the session that goes on. */
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

/** What the library refuses; anything else is a fault. */
async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isAPIError(error)) return undefined
    throw error
  }
}
