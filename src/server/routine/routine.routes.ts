import type { FastifyInstance } from 'fastify'
import { routineRoutes } from '../../contract/http/routineRoutes.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 日常管理的接口. */
export function serveRoutine(app: FastifyInstance): void {
  serveRoutes(app, routineRoutes, {})
}
