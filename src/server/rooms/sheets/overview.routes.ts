import type { FastifyInstance } from 'fastify'
import { overviewRoutes } from '../../../contract/sheets/overviewRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { overviewRound } from './overviewRound.ts'

/** 一轮情况的接口. */
export function serveOverview(app: FastifyInstance): void {
  serveRoutes(app, overviewRoutes, {
    'GET /api/years/:year/rounds/:round/overview': overviewRound,
  })
}
