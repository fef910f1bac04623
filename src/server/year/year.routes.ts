import type { FastifyInstance } from 'fastify'
import { yearRoutes } from '../../contract/year/yearRoutes.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { judgeAccess } from '../platform/access/judgeAccess.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'
import { adoptVersion } from './adoptVersion.ts'
import { listYears } from './listYears.ts'
import { movePhase } from './movePhase.ts'
import { openYear } from './openYear.ts'
import { tellYear } from './tellYear.ts'

/** 年度的接口. */
export function serveYear(app: FastifyInstance): void {
  serveRoutes(app, yearRoutes, {
    'GET /api/years': ({ house, actor }) => listYears(house, !isRefusal(judgeAccess(actor, 'openYear'))),
    'GET /api/years/:year': ({ house, actor, params }) => tellYear(house, actor, params.year),
    'POST /api/years': ({ house, actor, change, body }) => openYear(house, actor, change, body),
    'POST /api/years/:year/phase': ({ house, actor, change, params, body }) =>
      movePhase(house, actor, change, params.year, body),
    'POST /api/years/:year/scheme': ({ house, change, params, body }) =>
      adoptVersion(house, change, params.year, body),
  })
}
