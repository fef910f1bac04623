import type { FastifyInstance } from 'fastify'
import { yearRoutes } from '../../contract/year/yearRoutes.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { judgeAccess } from '../platform/access/judgeAccess.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'
import { adoptVersion } from './adoptVersion.ts'
import { listYears } from './listYears.ts'
import { movePhase } from './movePhase.ts'
import { listDue } from './due/listDue.ts'
import type { ListDates } from './due/listDates.ts'
import type { ListMatters } from './due/matter.ts'
import { openYear } from './openYear.ts'
import { searchYear } from './searchYear.ts'
import { presentYear } from './presentYear.ts'

/** Registers the year routes; `rooms` list what is under way, `dates` what runs on days of its own. */
export function serveYear(
  app: FastifyInstance,
  rooms: readonly ListMatters[],
  dates: readonly ListDates[],
): void {
  serveRoutes(app, yearRoutes, {
    'GET /api/years': ({ context, actor }) => listYears(context, !isRefusal(judgeAccess(actor, 'openYear'))),
    'GET /api/years/:year': request => presentYear(request, dates),
    'GET /api/years/:year/due': request => listDue(request, rooms, dates),
    'GET /api/years/:year/search': searchYear,
    'POST /api/years': ({ context, actor, change, body }) => openYear(context, actor, change, body),
    'POST /api/years/:year/phase': movePhase,
    'POST /api/years/:year/scheme': adoptVersion,
  })
}
