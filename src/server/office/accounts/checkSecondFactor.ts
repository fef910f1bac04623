import { eq } from 'drizzle-orm'
import { isAPIError } from 'better-auth/api'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { session, signInGuard } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { keyedHash } from './keyedHash.ts'
import { toCookieHeader } from './sessionCookies.ts'

/** Checks a one-time code or a recovery code for a session just opened; each code works once. A wrong code ends the session. */
export async function checkSecondFactor(
  { auth, secret }: AccountsRoom,
  tx: Transaction,
  guard: string,
  token: string,
  cookies: readonly string[],
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/\s/g, '')
  const mark = keyedHash(secret, 'code', code)
  const [before] = await tx
    .select({ lastCode: signInGuard.lastCode })
    .from(signInGuard)
    .where(eq(signInGuard.key, guard))
    .for('update')
  const headers = new Headers({ cookie: toCookieHeader(cookies) })
  const verify = () =>
    /^\d{6}$/.test(code)
      ? auth.api.verifyTOTP({ headers, body: { code } })
      : auth.api.verifyBackupCode({ headers, body: { code } })
  if (before?.lastCode !== mark && (await passes(verify))) {
    await tx
      .insert(signInGuard)
      .values({ key: guard, lastCode: mark })
      .onConflictDoUpdate({ target: signInGuard.key, set: { lastCode: mark } })
    return true
  }
  await tx.delete(session).where(eq(session.token, token))
  return false
}

async function passes(verify: () => Promise<unknown>): Promise<boolean> {
  try {
    await verify()
    return true
  } catch (error) {
    if (isAPIError(error)) return false
    throw error
  }
}
