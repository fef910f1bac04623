import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sessionRoutes } from '../../../contract/accounts/sessionRoutes.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { OUTSIDER } from '../../platform/access/actor.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { changePassword } from './changePassword.ts'
import { deviceOf } from './deviceOf.ts'
import { knownDevice, rememberDevice } from './knownDevices.ts'
import { networkOf, signInRateLimit } from './signInRateLimit.ts'
import { setCookies } from './setCookies.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { presentSession } from './presentSession.ts'
import { normalUsername } from './username.ts'

const DONE = { done: true } as const

/** Registers the sign-in routes. */
export function serveSession(app: FastifyInstance, room: AccountsRoom): void {
  const pace = signInRateLimit(room.context.now)
  serveRoutes(app, sessionRoutes, {
    'GET /api/session': ({ context, actor }) => presentSession(context, actor),
    'POST /api/session/sign-in': async ({ body, raw, reply }) => {
      const [username, network] = [normalUsername(body.username), networkOf(raw.ip)]
      const known = knownDevice(room, raw.headers.cookie, username)
      const seconds = known === undefined ? await pace.pause(network) : 0
      if (seconds > 0) return refuse('tooManyRequests', { seconds })
      const cookies = await signIn(room, body, { device: deviceNamed(raw), place: known ?? network })
      if (isRefusal(cookies)) {
        if (known === undefined && cookies.code !== 'secondFactorMissing') pace.fail(network)
        return cookies
      }
      setCookies(raw, reply, cookies)
      reply.header('set-cookie', rememberDevice(room, raw.headers.cookie, username, raw.protocol === 'https'))
      return DONE
    },
    'POST /api/session/sign-out': async ({ actor, raw, reply }) => {
      if (actor.id !== OUTSIDER.id) await signOut(room, actor)
      setCookies(raw, reply, ['hengping.session_token=; Max-Age=0'])
      return DONE
    },
    'POST /api/session/password': async ({ actor, body, change, raw, reply }) => {
      const cookies = await changePassword(room, actor, change, { ...body, device: deviceNamed(raw) })
      if (isRefusal(cookies)) return cookies
      setCookies(raw, reply, cookies)
      return DONE
    },
  })
}

function deviceNamed({ headers }: FastifyRequest): string {
  return deviceOf(headers['user-agent'] ?? '')
}
