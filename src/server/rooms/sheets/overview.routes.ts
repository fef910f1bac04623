import type { FastifyInstance } from 'fastify'
import { overviewRoutes } from '../../../contract/sheets/overviewRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { overviewRound } from './overviewRound.ts'

/** Registers the routes for the overview of a round. */
export function serveOverview(app: FastifyInstance): void {
  serveRoutes(app, overviewRoutes, {
    'GET /api/years/:year/rounds/:round/overview': overviewRound,
  })
}
