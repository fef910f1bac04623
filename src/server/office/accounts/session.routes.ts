import type { FastifyInstance } from 'fastify'
import { sessionRoutes } from '../../../contract/accounts/sessionRoutes.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { OUTSIDER } from '../../platform/access/actor.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { changePassword } from './changePassword.ts'
import { deviceOf } from './deviceOf.ts'
import { signInRateLimit } from './signInRateLimit.ts'
import { setCookies } from './setCookies.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { presentSession } from './presentSession.ts'

const DONE = { done: true } as const

/** Registers the sign-in routes. */
export function serveSession(app: FastifyInstance, room: AccountsRoom): void {
  const pace = signInRateLimit(room.context.now)
  serveRoutes(app, sessionRoutes, {
    'GET /api/session': ({ context, actor }) => presentSession(context, actor),
    'POST /api/session/sign-in': async ({ body, raw, reply }) => {
      const seconds = pace.wait(raw.ip)
      if (seconds > 0) return refuse('tooManyRequests', { seconds })
      const cookies = await signIn(room, body, deviceOf(raw.headers['user-agent'] ?? ''))
      if (isRefusal(cookies)) {
        if (cookies.code !== 'secondFactorMissing') pace.fail(raw.ip)
        return cookies
      }
      setCookies(raw, reply, cookies)
      return DONE
    },
    'POST /api/session/sign-out': async ({ actor, raw, reply }) => {
      if (actor.id !== OUTSIDER.id) await signOut(room, actor)
      setCookies(raw, reply, ['hengping.session_token=; Max-Age=0'])
      return DONE
    },
    'POST /api/session/password': async ({ actor, body, change }) =>
      (await changePassword(room, actor, change, body)) ?? DONE,
  })
}
