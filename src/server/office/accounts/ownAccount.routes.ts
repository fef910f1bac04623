import type { FastifyInstance } from 'fastify'
import { ownAccountRoutes } from '../../../contract/accounts/ownAccountRoutes.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { toHeaders } from '../../platform/http/toHeaders.ts'
import type { AccountsRoom } from './accountsRoom.ts'
import { countCodes } from './countCodes.ts'
import { endOwnSessions, listSessions } from './ownSessions.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, renewCodes } from './secondFactor.ts'
import { presentRights } from '../../platform/access/presentRights.ts'
import { setCookies } from './setCookies.ts'

const DONE = { done: true } as const

/** Registers the routes of one's own account. */
export function serveOwnAccount(app: FastifyInstance, room: AccountsRoom): void {
  serveRoutes(app, ownAccountRoutes, {
    'GET /api/session/rights': ({ actor }) => ({ rights: presentRights(actor) }),
    'GET /api/session/devices': async ({ context, actor }) => ({
      sessions: await listSessions(context, actor.id, actor.session),
    }),
    'POST /api/session/devices/end': async ({ actor, body, change }) => {
      const ended = await change(tx => endOwnSessions(tx, actor, body.session))
      return isRefusal(ended) ? ended : DONE
    },
    'GET /api/session/second-factor': ({ actor }) => countCodes(room, actor.id),
    'POST /api/session/second-factor/begin': ({ actor, body, change, raw }) =>
      beginSecondFactor(room, { actor, change, headers: toHeaders(raw.headers) }, body.password),
    'POST /api/session/second-factor/confirm': async ({ actor, body, change, raw, reply }) => {
      const cookies = await confirmSecondFactor(
        room,
        { actor, change, headers: toHeaders(raw.headers) },
        body.code,
      )
      if (isRefusal(cookies)) return cookies
      setCookies(raw, reply, cookies)
      return DONE
    },
    'POST /api/session/second-factor/codes': async ({ actor, body, change, raw }) => {
      const codes = await renewCodes(room, { actor, change, headers: toHeaders(raw.headers) }, body.password)
      return isRefusal(codes) ? codes : { codes }
    },
    'POST /api/session/second-factor/end': async ({ actor, body, change, raw, reply }) => {
      const cookies = await endSecondFactor(
        room,
        { actor, change, headers: toHeaders(raw.headers) },
        body.password,
      )
      if (isRefusal(cookies)) return cookies
      setCookies(raw, reply, cookies)
      return DONE
    },
  })
}
