import type { FastifyInstance } from 'fastify'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 核查表的接口. */
export function serveSheets(app: FastifyInstance): void {
  serveRoutes(app, {}, {})
}
