import type { FastifyInstance } from 'fastify'
import { roundsRoutes } from '../../contract/http/roundsRoutes.ts'
import { type Handlers, serveRoutes } from '../platform/http/serveRoutes.ts'

/** 核查轮次的接口. */
export function serveRounds(app: FastifyInstance): void {
  serveRoutes(app, roundsRoutes, {} as Handlers<typeof roundsRoutes>)
}
