import { eq } from 'drizzle-orm'
import { isAPIError } from 'better-auth/api'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { session } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { useCode } from './oneTimeCode.ts'
import { toCookieHeader } from './sessionCookies.ts'

/** Checks a one-time code or a recovery code for a session just opened; each code works once. A wrong code ends the session. */
export async function checkSecondFactor(
  room: AccountsRoom,
  tx: Transaction,
  account: string,
  opened: { readonly token: string; readonly cookies: readonly string[] },
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/\s/g, '')
  const right = /^\d{6}$/.test(code)
    ? await useCode(room, tx, account, code)
    : await isRecoveryCode(room, opened.cookies, code)
  if (!right) await tx.delete(session).where(eq(session.token, opened.token))
  return right
}

async function isRecoveryCode(
  { auth }: AccountsRoom,
  cookies: readonly string[],
  code: string,
): Promise<boolean> {
  const headers = new Headers({ cookie: toCookieHeader(cookies) })
  try {
    await auth.api.verifyBackupCode({ headers, body: { code } })
    return true
  } catch (error) {
    if (isAPIError(error)) return false
    throw error
  }
}
