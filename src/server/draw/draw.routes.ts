import type { FastifyInstance } from 'fastify'
import { drawRoutes } from '../../contract/http/drawRoutes.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 抽签的接口. */
export function serveDraw(app: FastifyInstance): void {
  serveRoutes(app, drawRoutes, {})
}
