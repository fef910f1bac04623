import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const openingBody = z.object({ account: z.string(), device: z.string(), at: z.date(), until: z.date() })

/** Session plugin: opens a session for an account already checked, and reads the token from a request's cookie; uses the app context's clock. */
export function officeSessions() {
  return {
    id: 'office-sessions',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: openingBody }, async ctx => {
        const { account, device, at, until } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(account)
        if (user === null) throw new Error('a session for no account')
        const times = {
          userAgent: device,
          ipAddress: '',
          createdAt: at,
          updatedAt: at,
          lastSeenAt: at,
          expiresAt: until,
        }
        const session = await ctx.context.internalAdapter.createSession(account, false, times, true)
        await setSessionCookie(ctx, { session, user })
        return { id: session.id, token: session.token }
      }),
      readToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async ctx => {
        const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
        return { token: typeof token === 'string' && token !== '' ? token : undefined }
      }),
    },
  }
}
