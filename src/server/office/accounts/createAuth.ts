import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { AppContext } from '../../platform/appContext.ts'
import { account, credential, secondFactor, session, verification } from './accounts.tables.ts'
import type { Hashing } from './hashing.ts'
import { joinable } from './joinTransaction.ts'
import { officeSessions } from './officeSessions.ts'

/** The longest session: 12 hours, in seconds. */
export const LONGEST_SESSION_S = 12 * 3600

const own = { type: 'string', required: true, input: false } as const

/** Creates the sign-in library: better-auth handles sessions, cookies, password hashes and one-time codes. It is called only from here; none of its own routes is exposed. */
export function createAuth(
  { db, newId }: Pick<AppContext, 'db' | 'newId'>,
  secret: string,
  password: Hashing,
) {
  return betterAuth({
    appName: '衡评',
    // It is asked for by nobody: no address of the library is served.
    baseURL: 'http://localhost',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(joinable(db), {
      provider: 'pg',
      schema: { user: account, account: credential, session, verification, twoFactor: secondFactor },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128, password },
    // Written by this room itself, and never by the library.
    user: { additionalFields: { username: own, changedBy: own } },
    session: {
      expiresIn: LONGEST_SESSION_S,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { lastSeenAt: { type: 'date', required: true, input: false } },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'hengping',
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
    plugins: [officeSessions(), twoFactor({ issuer: '衡评', accountLockout: { enabled: false } })],
  })
}

/** An instance of the sign-in library. */
export type Auth = ReturnType<typeof createAuth>
